"""Units of measure: how they are spelled, and which ones can be converted exactly."""

import re
from decimal import Decimal
from fractions import Fraction

# what the word before a unit multiplies a number by: 6 万元 is 60 000 元
SCALES = {
    word: Decimal(10**n) for word, n in {"": 0, "千": 3, "万": 4, "百万": 6, "千万": 7, "亿": 8, "万亿": 12}.items()
}

_SIZES: dict[str, dict[str, Fraction | int]] = {
    "时间": {"秒": 1, "分钟": 60, "小时": 3600, "天": 86400, "周": 604800},
    "月数": {"个月": 1, "季度": 3, "年": 12},
    "长度": {"毫米": 1, "厘米": 10, "米": 1000, "公里": 1_000_000},
    "面积": {"平方米": 1, "亩": Fraction(10_000, 15), "公顷": 10_000, "平方公里": 1_000_000},
    "体积": {"升": 1, "立方米": 1000},
    "重量": {"克": 1, "斤": 500, "公斤": 1000, "吨": 1_000_000},
    "存储": {"MB": 1, "GB": 1024, "TB": 1024 * 1024},
}
# unit → (what it measures, how many of the smallest unit)
_MEASURES = {unit: (measures, Fraction(size)) for measures, sizes in _SIZES.items() for unit, size in sizes.items()}
_SPELLINGS = {
    "个小时": "小时",
    "日": "天",
    "个自然日": "天",
    "自然日": "天",
    "工作日": "个工作日",
    "星期": "周",
    "个星期": "周",
    "个季度": "季度",
    "周年": "年",
    "m": "米",
    "km": "公里",
    "千米": "公里",
    "cm": "厘米",
    "mm": "毫米",
    "㎡": "平方米",
    "m²": "平方米",
    "m2": "平方米",
    "平米": "平方米",
    "平方千米": "平方公里",
    "km²": "平方公里",
    "km2": "平方公里",
    "m³": "立方米",
    "m3": "立方米",
    "㎥": "立方米",
    "L": "升",
    "g": "克",
    "kg": "公斤",
    "千克": "公斤",
    "t": "吨",
    "百分比": "%",
    "‰": "%",  # a value already counted in hundredths
    "百分点": "个百分点",
    "个百分点": "个百分点",
}
DURATIONS = frozenset({"秒", "分钟", "小时", "天", "周", "个工作日", "个月", "季度", "年"})
_COUNTED = (
    "人次 户次 台次 场次 批次 班次 架次 车次 件次 例次 项次 头次 台套 人天 人日 人月 课时 学时 "
    "个 项 件 次 人 名 位 户 家 场 期 份 册 本 套 台 部 篇 条 处 座 所 间 幢 栋 头 只 羽 株 棵 粒 盏 辆 架 艘 起 例 种 "
    "类 批 卷 张 幅 块 段 片 支 根 口 眼 宗 笔 门 节 班 轮 届 尾 匹 枚 盘 瓶 袋 箱 桶 盒 包 组 队 元"
)
_MEASURE_WORD = re.compile(
    "|".join(sorted({*_COUNTED.split(), *_MEASURES, *_SPELLINGS, *DURATIONS, "%"}, key=len, reverse=True))
)
_DOT = str.maketrans("*、", "··")


def spelled(unit: str) -> str:
    """Return the usual spelling of a unit, without the noun that may follow a measure word (次宣传 → 次)."""
    if "/" in unit:
        return unit.translate(_DOT)
    found = _MEASURE_WORD.match(unit)
    word = found.group() if found else unit
    return _SPELLINGS.get(word, word)


def is_measure_word(unit: str) -> bool:
    """True for a unit that begins with a word of measure, so that what precedes it can only be a number."""
    return _MEASURE_WORD.match(unit) is not None


def is_one_measure_word(unit: str) -> bool:
    """True for a word of measure and nothing behind it: 次, but not 次性."""
    return _MEASURE_WORD.fullmatch(unit) is not None


def factor(unit: str, into: str) -> Fraction | None:
    """Return how many `into` make one `unit`; None when they measure different things."""
    here, there = _MEASURES.get(unit), _MEASURES.get(into)
    if here is None or there is None or here[0] != there[0]:
        return None
    return here[1] / there[1]
