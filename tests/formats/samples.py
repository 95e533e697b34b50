"""Documents as the product writes them: the statement and the score table of one filing."""

from decimal import Decimal

from jiping.domain.document import Align, Attachment, Block, Cell, Document, Para, Part, Role, Style, Table

ROWS = (
    ("决策指标", "项目立项", "项目立项充分性", "充分", "充分", "2", "2", "立项申请"),
    ("决策指标", "项目立项", "立项程序规范性", "规范", "规范", "2", "2", "党组会议纪要"),
    ("决策指标", "绩效目标", "绩效目标合理性", "合理", "合理", "2", "2", "绩效目标申报表"),
    ("决策指标", "绩效目标", "绩效指标明确性", "明确", "明确", "2", "2", "绩效目标申报表"),
    ("决策指标", "资金投入", "预算编制科学性", "科学", "科学", "2", "2", "预算测算表"),
    ("决策指标", "资金投入", "资金分配合理性", "合理", "合理", "2", "2", "预算批复"),
    ("过程指标", "资金管理", "预算执行率", "100%", "100%", "3", "3", "国库支付明细 12 笔"),
    ("过程指标", "资金管理", "资金到位率", "100%", "100%", "3", "3", "预算批复"),
    ("过程指标", "资金管理", "预算使用合规性", "合规", "合规", "4", "4", "内控抽查记录"),
    ("过程指标", "组织实施", "管理制度健全性", "健全", "健全", "2", "2", "经办风险管理手册"),
    ("过程指标", "组织实施", "制度执行有效性", "有效", "有效", "6", "6", "采购合同、验收单"),
    ("产出指标", "数量指标", "目标任务实际完成率", "100%", "100%", "10", "10", "办理批次、邮寄交接单"),
    ("产出指标", "质量指标", "质量达标率", "100%", "100%", "5", "5", "抽检记录 200 份"),
    ("产出指标", "时效指标", "完成及时性", "及时", "及时", "10", "10", "3 月 21 日完成"),
    ("产出指标", "成本指标", "成本是否超预算", "否", "否", "5", "5", "决算 6.00 万元"),
    (
        "效益指标",
        "经济效益指标",
        "提供与社会保障个人权益记录相关的服务",
        "及时完成",
        "及时完成",
        "10",
        "10",
        "送达统计",
    ),
    ("效益指标", "社会效益指标", "确保参保人及时了解参保情况", "是", "是", "10", "10", "送达统计"),
    ("效益指标", "生态效益指标", "保障生态效益", "是", "是", "5", "5", "电子送达占比"),
    ("效益指标", "可持续影响指标", "社保工作正常开展", "正常开展", "正常开展", "5", "5", "年度总结"),
    ("满意度指标", "满意度指标", "服务对象满意度", "98%", "96%", "10", "9", "96 % ÷ 98 % × 10 = 9.7959… → 向下取整 9"),
)
NARRATIVE = (
    (
        "一、项目概况",
        "根据《社会保险个人权益记录管理办法》（人力资源和社会保障部令〔2011〕14 号）文件要求，全市近 20 万参保职工每人每年均要打印个人账户对账单，并于每一业务年度结束后 3 个月内将参保人员对账单以邮寄方式送达本人。2024 年打印纸及个人账户打印纸经费项目支出 6 万元。",
    ),
    (
        "二、评价情况",
        "我单位较好地完成了 2024 年初设定的工作任务，社保业务办理有序开展。项目推进实施过程中，我中心严格按照上级文件规范运作，确保按政策使用运行维护资金，让专项资金发挥最大效益。我单位对本项目实施和整体社会效益及满意度等各项指标调查，基本情况是参保人员对项目实施满意度达 96%。项目社会效益明显，达到了预期效果。2024 年打印纸及个人账户打印纸项目自评价得分为 99 分，等级为优。",
    ),
    ("三、项目绩效", "社会保险经办机构负责社会保险个人权益记录管理，提供与社会保障个人权益记录相关的服务。"),
    ("四、存在问题", "无。"),
    ("五、整改措施", "加大对项目资金预算执行的管理，有效发挥财政资金的使用效益。"),
)
WIDTHS = (16, 22, 34, 18, 18, 10, 10, 28)
ATTACHMENT = Attachment("filing.json", "application/json", '{"project": "打印纸"}'.encode(), "自评数据")


def statement() -> Document:
    """情况表 and 评分表, with the filing attached."""
    return Document((_statement_part(), score_part()), title="项目支出绩效自评价", attachment=ATTACHMENT)


def _statement_part() -> Part:
    blocks: list[Block] = [
        Para(Style.TITLE, ("项目支出绩效自评价情况表",)),
        Para(Style.SUBTITLE, ("（2024 年）",)),
        Para(Style.LINE, ("填报单位：如皋市社会保险基金管理中心", "项目名称：打印纸及个人账户打印纸")),
        Table(
            (
                (_label("项目实施年度"), _cell("2024 年"), _label("主管部门"), _cell("如皋市人力资源和社会保障局")),
                (
                    _label("开始时间（年/月）"),
                    _cell("2024 年 1 月"),
                    _label("完成时间（年/月）"),
                    _cell("2024 年 12 月"),
                ),
            ),
            (36, 30, 36, 54),
        ),
        *(
            Para(style, (text,))
            for heading, paragraph in NARRATIVE
            for style, text in ((Style.HEADING1, heading), (Style.BODY, paragraph))
        ),
        Para(Style.LINE, ("单位负责人：", "填报人：", "填报日期：2025 年 4 月 8 日")),
    ]
    return Part("情况表", tuple(blocks))


def score_part(rows: tuple[tuple[str, ...], ...] = ROWS) -> Part:
    """One title, one line and a score table of these rows."""
    return Part(
        "评分表",
        (
            Para(Style.TITLE, ("项目支出绩效自评价评分表",)),
            Para(Style.SUBTITLE, ("（2024 年）",)),
            Para(Style.LINE, ("填报单位：如皋市社会保险基金管理中心", "项目名称：打印纸及个人账户打印纸")),
            score_table(rows),
            Para(Style.LINE, ("单位负责人：", "填报人：", "填报日期：2025 年 4 月 8 日")),
        ),
    )


def score_table(rows: tuple[tuple[str, ...], ...]) -> Table:
    """The table of the mock-up: two header rows, merged level labels, typed numbers, a total row."""
    body = tuple(_row(rows, number) for number in range(len(rows)))
    sums = tuple(sum((Decimal(row[column]) for row in rows), Decimal(0)) for column in (5, 6))
    total = (
        Cell("总计", colspan=5, role=Role.TOTAL),
        *(Cell(f"{each:f}", role=Role.TOTAL, number=each) for each in sums),
        Cell("等级：优", role=Role.TOTAL),
    )
    return Table((*_header(), *body, total), WIDTHS, header_rows=2)


def _header() -> tuple[tuple[Cell, ...], ...]:
    tall = ("年初指标值", "实际完成值", "权重", "得分", "评分依据")
    return (
        (Cell("评价指标", colspan=3, role=Role.HEADER), *(Cell(text, 2, role=Role.HEADER) for text in tall)),
        tuple(Cell(text, role=Role.HEADER) for text in ("一级指标", "二级指标", "三级指标")),
    )


def _row(rows: tuple[tuple[str, ...], ...], number: int) -> tuple[Cell, ...]:
    row = rows[number]
    labels = tuple(
        Cell(row[level], _run_length(rows, number, level), role=Role.LABEL)
        for level in (0, 1)
        if number == 0 or rows[number - 1][: level + 1] != row[: level + 1]
    )
    return (
        *labels,
        Cell(row[2], align=Align.LEFT),
        Cell(row[3]),
        Cell(row[4]),
        Cell(row[5], role=Role.NUMBER, number=Decimal(row[5])),
        Cell(row[6], role=Role.NUMBER, number=Decimal(row[6])),
        Cell(row[7], align=Align.LEFT),
    )


def _run_length(rows: tuple[tuple[str, ...], ...], start: int, level: int) -> int:
    end = start
    while end < len(rows) and rows[end][: level + 1] == rows[start][: level + 1]:
        end += 1
    return end - start


def _label(text: str) -> Cell:
    return Cell(text, role=Role.LABEL)


def _cell(text: str) -> Cell:
    return Cell(text, align=Align.LEFT)
