"""The keys of a filing."""

from collections.abc import Mapping
from typing import Final

from jiping.domain.filing import BoundNumber, Filing, Form, SignOff
from jiping.domain.place import Place
from jiping.exchange.keys.notes import DOUBT, SIGN_OFF, WAIVER
from jiping.exchange.keys.place import PLACE
from jiping.exchange.keys.rows import FUND_LINE, INDICATOR, LEVEL_WEIGHT
from jiping.exchange.keys.sections import BOUND_NUMBERS, HEADINGS, PLACES, TEXTS, gathered, spread
from jiping.exchange.record import REQUIRED, Key, Listing, Record
from jiping.exchange.scalar import EXACT, TEXT, WAN, WHOLE, constant, one_of

VERSION: Final = "jiping/filing/1"


def _parts(filing: Filing) -> dict[str, object]:
    own = {name: getattr(filing, name) for name in Filing.__slots__ if name != "narrative"}
    return own | {"schema": VERSION, "money_unit": "万元"} | spread(filing.narrative)


def _filing(
    *,
    narrative: Mapping[str, str | None],
    headings: Mapping[str, str | None],
    bound: Mapping[str, tuple[BoundNumber, ...]],
    section_places: Mapping[str, Place | None],
    **rest: object,
) -> Filing:
    told = gathered(narrative, headings, bound, section_places)
    own = {name: value for name, value in rest.items() if name not in {"schema", "money_unit"}}
    return Filing(narrative=told, **own)  # type: ignore[arg-type]  # each key's shape fixed its type


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
        Key("narrative", TEXTS, "文字部分", {}),
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
        Key("headings", HEADINGS, "文字部分各标题", {}),
        Key("bound", BOUND_NUMBERS, "与数据绑定的数字", {}),
        Key("sign_off", SIGN_OFF, "表尾", SignOff()),
        Key("waivers", Listing(WAIVER), "对校核意见的说明", ()),
        Key("doubts", Listing(DOUBT), "读取时存疑之处", ()),
        Key("place", PLACE, "在原文件中的位置"),
        Key("section_places", PLACES, "文字部分的位置", {}),
        Key("total_weight_place", PLACE, "权重总计的位置"),
        Key("total_score_place", PLACE, "得分总计的位置"),
    ),
    _parts,
)
