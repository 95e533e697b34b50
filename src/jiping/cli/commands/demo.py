"""`jiping demo`."""

from pathlib import Path

from jiping.cli import options


def demo(out: options.Out = Path("out/demo")) -> None:
    """用 2024 年六份真实自评材料走一遍：读取、计分、校核、出文。

    例：jiping demo --out 演示
    """
    from jiping.cli.screen import console, steps
    from jiping.cli.sheets import demo_sheet
    from jiping.use_cases import demo as main_job

    with steps() as tell:
        done = main_job.demo(out, tell)
    screen = console()
    screen.print(demo_sheet(done))
    screen.print(f"文书 {len(done.documents)} 份，校核意见与数据 {len(done.reports)} 份，在 [bold]{out}/[/bold]")
    screen.print(f"[dim]逐条看意见：.venv/bin/jiping check {out}/自评表.json[/dim]", soft_wrap=True)
