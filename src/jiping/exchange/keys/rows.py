"""The keys of what stands in tables: indicators with their evidence, budget lines, weights of whole levels."""

from jiping.domain.evidence import Evidence
from jiping.domain.filing import FundLine, Indicator, LevelWeight
from jiping.exchange.keys.place import PLACE
from jiping.exchange.record import REQUIRED, Key, Listing, Record
from jiping.exchange.scalar import EXACT, TEXT, WAN

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
