"""`jiping pay publish`."""

from pathlib import Path

import typer

from jiping.cli import options


def publish(
    number: options.ListNumber,
    on: options.DayOfAct = None,
    out: options.Out = Path("发放"),
    data: options.Data = None,
    pack_dir: options.PackFolders = [],
) -> None:
    """写出公示名单（姓名、证件号码遮盖，不含账号），登记公示从哪一天开始。

    例：jiping pay publish 1a2b3c4d5e6f --on 2024-04-02 --data 业务数据
    """
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.listing import publish as published

    posted = published(number, options.day(on) or options.today(), data or COUNTY, out, pack_dir)
    typer.echo(f"公示期 {posted.first} 至 {posted.last}，其后可以封存：jiping pay seal {number}")
    typer.echo(posted.file)
