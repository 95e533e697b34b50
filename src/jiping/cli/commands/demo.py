"""`jiping demo`."""

from pathlib import Path

from jiping.cli import options


def demo(out: options.Out = Path("out/demo")) -> None:
    """用 2024 年六份真实自评材料走一遍：读取、计分、校核、出文。

    例：jiping demo --out 演示
    """
    from jiping.cli.screen import amount, console, severity_counts, steps, table
    from jiping.domain.finding import Severity
    from jiping.use_cases import demo as main_job

    with steps() as tell:
        done = main_job.demo(out, tell)
    sheet = table(
        "项目",
        ">支出（万元）",
        ">得分",
        "等次",
        ">全国口径",
        *(f">{severity}" for severity in Severity),
        title="如皋市社会保险基金管理中心 2024 年项目支出绩效自评价（规则包 rugao-2024，旁列 national）",
    )
    for line in done.lines:
        sheet.add_row(
            line.filing.project,
            amount(line.filing.expenditure),
            str(line.score),
            line.grade,
            str(line.beside),
            *severity_counts(line.findings),
        )
    screen = console()
    screen.print(sheet)
    screen.print(f"文书 {len(done.documents)} 份，校核意见与数据 {len(done.reports)} 份，在 [bold]{out}/[/bold]")
    screen.print(f"[dim]逐条看意见：jiping check {main_job.RECORDS}[/dim]", soft_wrap=True)
