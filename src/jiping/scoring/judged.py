"""What words say about achievement, by the lexicon of the pack."""

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Value, ValueKind

_NONE = ("无", "零", "没有", "未发生", "未出现")


def favourable(value: Value, name: str, lexicon: Lexicon) -> bool | None:
    """Tell whether the words are good news for the indicator `name`; None when they do not say."""
    if value.kind is ValueKind.YES_NO:
        return value.affirmed is not (lexicon.no_is_good_name.search(name) is not None)
    return value.good


def says_none(value: Value) -> bool:
    """True for 无, 否, 无事故 and 0起: there was none of it."""
    if value.kind is ValueKind.YES_NO:
        return value.affirmed is False
    if value.kind is ValueKind.PHRASE:
        return value.good is True and value.text.strip().startswith(_NONE)
    return value.number == 0 and value.upper is None and not value.extra
