"""`jiping statements sign`."""

from pathlib import Path
from typing import Annotated

import typer

from jiping.cli import options


def sign(
    files: Annotated[list[Path], typer.Argument(metavar="文件", help="单份对账单，或 print 里的打印文件。")],
    certificate: Annotated[Path, typer.Option("--p12", metavar="证书", help="单位的签名证书，PKCS#12（.p12、.pfx）。")],
    password: Annotated[
        str,
        typer.Option(
            "--password",
            metavar="口令",
            envvar="JIPING_P12_PASSWORD",
            prompt="证书口令",
            hide_input=True,
            help="证书的口令；不写则提示输入，或取环境变量。",
        ),
    ],
    out: Annotated[Path, typer.Option("--out", metavar="文件夹", help="写到哪个文件夹，文件名不变。")] = Path("已签名"),
    force: options.Force = False,
) -> None:
    """给打印好的文件加数字签名（可选组件 jiping[sign]）：原文一字节不动，签名附在后面，阅读器可以验证。

    例：jiping statements sign 对账单-20241000014868.pdf --p12 单位.p12 --out 已签名
    """
    from jiping.domain.errors import JipingError
    from jiping.printing.signing import load_signer, signed
    from jiping.use_cases.output import put, refuse_replacing

    paths = [out / each.name for each in files]
    if len({path.name for path in paths}) < len(paths):
        raise JipingError("有文件重名，签名后会互相覆盖。", remedy="请分几次签，写到不同的文件夹。")
    if not force:
        refuse_replacing(paths)
    signer = load_signer(certificate, password)
    for each, path in zip(files, paths, strict=True):
        try:
            content = each.read_bytes()
        except OSError as fault:
            raise JipingError(f"读不到 {each}。", remedy="请核对文件名。") from fault
        put(path, signed(content, signer))
    typer.echo(f"已签名 {len(paths)} 个文件，写入 {out}。")
