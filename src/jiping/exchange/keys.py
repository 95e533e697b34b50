"""The one table of an exchange file: every key, its kind, its name in the clerk's words, in the order written.

Reading, writing, the published schema and the comments of a blank filing all come from here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from jiping.domain.doubt import Confidence, Doubt, Figure
from jiping.domain.evidence import Evidence
from jiping.domain.filing import (
    BoundNumber,
    Filing,
    Form,
    FundLine,
    Indicator,
    LevelWeight,
    Narrative,
    Section,
    SectionName,
    SignOff,
    Waiver,
)
from jiping.domain.place import Place
from jiping.exchange.record import REQUIRED, Key, Listing, Record, Shape
from jiping.exchange.scalar import DAY, EXACT, TEXT, WAN, WHOLE, constant, one_of

VERSION: Final = "jiping/filing/1"


def _place(*, text: str | None, **spot: Any) -> Place:  # noqa: ARG001 - the text is derived from the rest
    return Place(**spot)


def _place_parts(place: Place) -> dict[str, object]:
    return {**{name: getattr(place, name) for name in Place.__slots__}, "text": str(place)}


PLACE = Record(
    _place,
    (
        Key("file", TEXT, "文件名", REQUIRED),
        Key("sheet", TEXT, "工作表"),
        Key("page", WHOLE, "页"),
        Key("line", WHOLE, "行（文字）"),
        Key("table", WHOLE, "第几个表"),
        Key("row", WHOLE, "行（表格）"),
        Key("column", WHOLE, "列"),
        Key("paragraph", WHOLE, "段"),
        Key("text", TEXT, "位置的文字说明，读取时不采用"),
    ),
    _place_parts,
    sparse=True,
)

EVIDENCE = Record(
    Evidence,
    (
        Key("title", TEXT, "佐证材料名称", REQUIRED),
        Key("number", TEXT, "文号或编号"),
        Key("dated", TEXT, "日期"),
        Key("note", TEXT, "说明"),
    ),
)

INDICATOR = Record(
    Indicator,
    (
        Key("level1", TEXT, "一级指标"),
        Key("level2", TEXT, "二级指标"),
        Key("level3", TEXT, "三级指标", ""),
        Key("target", TEXT, "年初指标值"),
        Key("actual", TEXT, "实际完成值"),
        Key("weight", EXACT, "权重（分值）"),
        Key("score", EXACT, "得分"),
        Key("reason", TEXT, "评分依据，或偏差原因分析及改进措施"),
        Key("evidence", Listing(EVIDENCE), "佐证材料", ()),
        Key("place", PLACE, "在原文件中的位置"),
    ),
)

FUND_LINE = Record(
    FundLine,
    (
        Key("name", TEXT, "资金来源", REQUIRED),
        Key("initial", WAN, "年初预算数（万元）"),
        Key("full_year", WAN, "全年预算数（万元）"),
        Key("executed", WAN, "全年执行数（万元）"),
        Key("rate", EXACT, "执行率（%）"),
        Key("weight", EXACT, "分值"),
        Key("score", EXACT, "得分"),
        Key("place", PLACE, "在原文件中的位置"),
    ),
)

LEVEL_WEIGHT = Record(
    LevelWeight,
    (
        Key("level1", TEXT, "一级指标"),
        Key("level2", TEXT, "二级指标，不写表示整个一级指标"),
        Key("weight", EXACT, "标明的分值", REQUIRED),
        Key("place", PLACE, "在原文件中的位置"),
    ),
)

DOUBT = Record(
    Doubt,
    (
        Key("where", TEXT, "哪一栏、哪一行", REQUIRED),
        Key("text", TEXT, "读出的内容", REQUIRED),
        Key("why", TEXT, "为什么存疑", REQUIRED),
        Key("confidence", one_of(Confidence), "可信程度：medium 较可信，low 不可信", REQUIRED),
        Key("place", PLACE, "在原文件中的位置"),
        Key("figures", Listing(one_of(Figure)), "哪些数因此不能用来计算", ()),
    ),
)

SIGN_OFF = Record(
    SignOff,
    (
        Key("head", TEXT, "单位负责人"),
        Key("preparer", TEXT, "填表人"),
        Key("phone", TEXT, "联系电话"),
        Key("dated", TEXT, "填报日期"),
    ),
)


# YAML takes a bare `on` for a truth value, so the key of that field is `date`
def _waiver(*, date: date, **rest: Any) -> Waiver:
    return Waiver(on=date, **rest)


def _waiver_parts(waiver: Waiver) -> dict[str, object]:
    return {name if name != "on" else "date": getattr(waiver, name) for name in Waiver.__slots__}


WAIVER = Record(
    _waiver,
    (
        Key("code", TEXT, "校核规则编号", REQUIRED),
        Key("reason", TEXT, "不改的理由", REQUIRED),
        Key("person", TEXT, "说明人", REQUIRED),
        Key("date", DAY, "说明日期", REQUIRED),
        Key("where", TEXT, "所指位置，不写表示该规则的全部意见"),
    ),
    _waiver_parts,
)

BOUND = Record(
    BoundNumber,
    (
        Key("fact", TEXT, "数据名称", REQUIRED),
        Key("text", TEXT, "绑定时的文字", REQUIRED),
        Key("start", WHOLE, "绑定时在文中的位置，从 0 数起", REQUIRED),
    ),
)

SECTIONS: Mapping[SectionName, str] = {
    SectionName.OVERVIEW: "项目概况",
    SectionName.EVALUATION: "评价情况",
    SectionName.PERFORMANCE: "项目绩效",
    SectionName.PROBLEMS: "存在问题",
    SectionName.MEASURES: "整改措施",
}


def _by_section(shape: Shape, what: str, silent: object = None) -> Record:
    return Record(
        dict, tuple(Key(name.value, shape, f"{label}{what}", silent) for name, label in SECTIONS.items()), dict
    )


def _parts(filing: Filing) -> dict[str, object]:
    present = dict(filing.narrative.sections())
    own = {name: getattr(filing, name) for name in Filing.__slots__ if name != "narrative"}
    return own | {
        "schema": VERSION,
        "money_unit": "万元",
        "narrative": {name: _of(present.get(name), "text") for name in SectionName},
        "headings": {name: _of(present.get(name), "heading") for name in SectionName},
        "bound": {name: _of(present.get(name), "bound") or () for name in SectionName},
        "section_places": {name: _of(present.get(name), "place") for name in SectionName},
    }


def _of(section: Section | None, field: str) -> object:
    return None if section is None else getattr(section, field)


def _filing(
    *,
    narrative: Mapping[str, str | None],
    headings: Mapping[str, str | None],
    bound: Mapping[str, tuple[BoundNumber, ...]],
    section_places: Mapping[str, Place | None],
    **rest: object,
) -> Filing:
    sections = {
        name: Section(headings.get(name) or "", text, bound.get(name, ()), section_places.get(name))
        for name, text in narrative.items()
        if text is not None
    }
    own = {name: value for name, value in rest.items() if name not in {"schema", "money_unit"}}
    return Filing(narrative=Narrative(**sections), **own)  # type: ignore[arg-type]  # each key's shape fixed its type


FILING = Record(
    _filing,
    (
        Key("schema", constant(VERSION), "格式版本", REQUIRED),
        Key("unit", TEXT, "填报单位（全称）"),
        Key("year", WHOLE, "项目实施年度"),
        Key("project", TEXT, "项目名称"),
        Key("form", one_of(Form), f"表式：{'、'.join(Form)}三者之一", REQUIRED),
        Key("expenditure", WAN, "项目支出（万元）"),
        Key("money_unit", constant("万元"), "金额单位", REQUIRED),
        Key("narrative", _by_section(TEXT, "的正文"), "文字部分", {}),
        Key("stated_score", EXACT, "文字部分所写的自评得分"),
        Key("stated_grade", TEXT, "文字部分所写的等级"),
        Key("stated_satisfaction", TEXT, "文字部分所写的满意度"),
        Key("rows", Listing(INDICATOR), "评分表各行", ()),
        Key("funds", Listing(FUND_LINE), "项目资金各行", ()),
        Key("total_weight", EXACT, "权重总计"),
        Key("total_score", EXACT, "得分总计"),
        Key("level_weights", Listing(LEVEL_WEIGHT), "一级、二级指标标明的分值", ()),
        Key("title", TEXT, "表名"),
        Key("department", TEXT, "主管部门"),
        Key("started", TEXT, "项目实施开始时间"),
        Key("finished", TEXT, "项目实施完成时间"),
        Key("headings", _by_section(TEXT, "的标题"), "文字部分各标题", {}),
        Key("bound", _by_section(Listing(BOUND), "中与数据绑定的数字", ()), "与数据绑定的数字", {}),
        Key("sign_off", SIGN_OFF, "表尾", SignOff()),
        Key("waivers", Listing(WAIVER), "对校核意见的说明", ()),
        Key("doubts", Listing(DOUBT), "读取时存疑之处", ()),
        Key("place", PLACE, "在原文件中的位置"),
        Key("section_places", _by_section(PLACE, "在原文件中的位置"), "文字部分的位置", {}),
    ),
    _parts,
)
