"""`jiping demo`."""

from pathlib import Path

from jiping.cli import options


def demo(out: options.Out = Path("out/demo")) -> None:
    """用 2024 年六份真实自评材料走一遍：读取、计分、校核、出文；再由合成的演示县的业务记录计量一遍。

    例：jiping demo --out 演示
    """
    from jiping.cli.figures import proven_sheet
    from jiping.cli.screen import console, steps
    from jiping.cli.sheets import demo_sheet
    from jiping.use_cases import demo as main_job
    from jiping.use_cases.county import data_folder
    from jiping.use_cases.proven import prove

    with steps() as tell:
        done = main_job.demo(out, tell)
        county = data_folder(None, tell)
        filings = [line.filing for line in done.lines]
        proven, papers = prove(filings, county, main_job.PACK, out / "由业务记录计量", tell)
    screen = console()
    screen.print(demo_sheet(done))
    screen.print(f"文书 {len(done.documents)} 份，校核意见与数据 {len(done.reports)} 份，在 [bold]{out}/[/bold]")
    screen.print(proven_sheet(proven))
    screen.print(
        f"由业务记录计量的文书 {len(papers)} 份，在 [bold]{out}/由业务记录计量/[/bold]；数据是合成的，在 {county}/"
    )
    screen.print(f"[dim]逐条看意见：.venv/bin/jiping check {out}/自评表.json[/dim]", soft_wrap=True)
    proof = next(each.measured.id for line in proven for each in line.filled if each.measured)
    screen.print(f"[dim]打开一个数字背后的记录：.venv/bin/jiping receipt {proof} --rows[/dim]", soft_wrap=True)
