"""`jiping rules`."""

from jiping.cli import options


def rules(
    pack: options.Pack = options.OWN_PACK,
    on: options.On = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """列出全部校核规则。

    例：jiping rules
    """
    from jiping.cli.screen import console, severity_text, table
    from jiping.use_cases.rules import listing

    sheet = table("编号", "程度", "范围", "规则", "依据", "适用规则包")
    for each in listing(pack, options.day(on) or options.today(), pack_dir):
        sheet.add_row(
            each.code, severity_text(each.severity), each.scope, each.title, each.basis, "、".join(each.packs)
        )
    console().print(sheet)
