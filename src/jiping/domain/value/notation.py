"""How values are written: full-width forms, comparison signs, and the words that stand for them."""

import re

from jiping.domain.value.kinds import Comparator

_FULL_WIDTH = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
_SPACES = dict.fromkeys(map(ord, " \t\r\n\v\f\u00a0\u2002\u2003\u2009\u200b\u3000\ufeff"))
_LOOKALIKES = str.maketrans("≧⩾≦⩽═﹦﹪−", "≥≥≤≤==%-")
_FIGURES = {code: half for code, half in _FULL_WIDTH.items() if chr(half).isalnum() or chr(half) in "%+-/"} | {
    code: half for code, half in _LOOKALIKES.items() if chr(half) != "="
}  # ＝ is how Chinese text writes the sign
_POINT = re.compile(r"(?<=\d)．(?=\d)")
_NARROW = {**_FULL_WIDTH, **_SPACES, **_LOOKALIKES}

SIGNS = {
    "≥": Comparator.AT_LEAST,
    ">=": Comparator.AT_LEAST,
    "=>": Comparator.AT_LEAST,
    "不少于": Comparator.AT_LEAST,
    "不低于": Comparator.AT_LEAST,
    "不小于": Comparator.AT_LEAST,
    "大于等于": Comparator.AT_LEAST,
    "大于或等于": Comparator.AT_LEAST,
    "至少": Comparator.AT_LEAST,
    "≤": Comparator.AT_MOST,
    "<=": Comparator.AT_MOST,
    "=<": Comparator.AT_MOST,
    "不超过": Comparator.AT_MOST,
    "不高于": Comparator.AT_MOST,
    "不大于": Comparator.AT_MOST,
    "不多于": Comparator.AT_MOST,
    "小于等于": Comparator.AT_MOST,
    "小于或等于": Comparator.AT_MOST,
    "至多": Comparator.AT_MOST,
    "控制在": Comparator.AT_MOST,
    "=": Comparator.EQUAL,
    "等于": Comparator.EQUAL,
    ">": Comparator.MORE,
    "大于": Comparator.MORE,
    "高于": Comparator.MORE,
    "多于": Comparator.MORE,
    "超过": Comparator.MORE,
    "<": Comparator.LESS,
    "小于": Comparator.LESS,
    "低于": Comparator.LESS,
    "少于": Comparator.LESS,
    "约": Comparator.ABOUT,
    "大约": Comparator.ABOUT,
    "近": Comparator.ABOUT,
}
TAILS = {
    "以上": Comparator.AT_LEAST,
    "及以上": Comparator.AT_LEAST,
    "以内": Comparator.AT_MOST,
    "之内": Comparator.AT_MOST,
    "内": Comparator.AT_MOST,
    "以下": Comparator.AT_MOST,
    "及以下": Comparator.AT_MOST,
    "左右": Comparator.ABOUT,
}


def compact(text: str) -> str:
    """Return the text without white space and with full-width forms narrowed; for values only, never for prose."""
    return text.translate(_NARROW).replace("百分之百", "100%")


def half_width_figures(text: str) -> str:
    """Return the text with figures, their signs and letters of the alphabet narrowed; Chinese punctuation stays."""
    return _POINT.sub(".", text.translate(_FIGURES))


def one_of(words: dict[str, Comparator]) -> str:
    """Return a pattern for any of the words, longest first."""
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def agreed(*comparators: Comparator | None) -> tuple[Comparator | None, bool]:
    """Return the bound several signs give together, and whether they agree (≥≥98% does, ≥98%以下 does not)."""
    given = {each for each in comparators if each is not None}
    return (next(iter(given), None), len(given) <= 1)
