"""`jiping pay status`."""

from jiping.cli import options


def status(data: options.Data = None) -> None:
    """核对发放台账：名单有没有被改动，批准数是否等于到账、退票、在途、未送之和，一分不差才算平。

    例：jiping pay status --data 业务数据
    """
    from jiping.cli.payments import books_sheet
    from jiping.cli.screen import console
    from jiping.use_cases.county import COUNTY
    from jiping.use_cases.pay.booking import status as books

    console().print(books_sheet(books(data or COUNTY)))
