"""What jiping worked out about a filing, written beside it for other programs and never read back."""

from jiping.exchange.record import REQUIRED, Key, Listing, Record
from jiping.exchange.scalar import DAY, EXACT, FRACTION, TEXT, YES_NO
from jiping.scoring.score import Evaluation

ROW = Record(
    dict,
    (
        Key("kind", TEXT, "计分类别", REQUIRED),
        Key("rule", TEXT, "评分规则", REQUIRED),
        Key("exact", FRACTION, "取整前的得分"),
        Key("points", EXACT, "得分"),
        Key("met", YES_NO, "是否达到指标值"),
        Key("arithmetic", TEXT, "计算过程", REQUIRED),
    ),
)


def _parts(evaluation: Evaluation) -> dict[str, object]:
    pack = evaluation.pack
    return {
        "pack": pack.name,
        "as_of": pack.as_of,
        "total": evaluation.total,
        "grade": evaluation.grade,
        "rows": evaluation.rows,
    }


COMPUTED = Record(
    dict,
    (
        Key("pack", TEXT, "规则包", REQUIRED),
        Key("as_of", DAY, "规则日期", REQUIRED),
        Key("total", EXACT, "总分"),
        Key("grade", TEXT, "等级"),
        Key("rows", Listing(ROW), "各行计分", REQUIRED),
    ),
    _parts,
)
