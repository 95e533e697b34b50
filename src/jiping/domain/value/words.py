"""Values written in words, looked up in the lexicon; and classes such as Ⅲ类."""

import re
from decimal import Decimal

from jiping.domain.lexicon import Lexicon
from jiping.domain.value.kinds import Comparator, Value, ValueKind
from jiping.domain.value.notation import SIGNS, TAILS, agreed, one_of

_ORNAMENT = re.compile(r"[-—–―‐_/\\…·.。*]+")
_NUMBERED = re.compile(r"[0-9:…。.、;]+")
_CLOSING = "。.;；,、!"
_DENIED = re.compile("[不未没无非难欠]|部分|基本")
_NONE_OF = re.compile("无|零|未发生|未出现|没有")
_CLASS = re.compile(
    rf"({one_of(SIGNS)}|优于)?(?:([ⅠⅡⅢⅣⅤ])|(I{{1,3}}|IV|V)|([一二三四五]))(类|级|等)(?:水质|水|标准)?({one_of(TAILS)})?"
)
_ROMAN = {"I": 1, "II": 2, "III": 3, "IV": 4, "V": 5}


def read_words(text: str, plain: str, lexicon: Lexicon) -> Value | None:
    """Return the value of a text that is nothing but words the lexicon knows."""
    words = plain.rstrip(_CLOSING)
    if words in lexicon.yes:
        return Value(text, ValueKind.YES_NO, affirmed=True)
    if words in lexicon.no:
        return Value(text, ValueKind.YES_NO, affirmed=False)
    tier = lexicon.tier_of.get(words)
    if tier is not None:
        good = True if tier == 1 else False if tier == len(lexicon.tiers) else None
        return Value(text, ValueKind.TIER, good=good, tier=tier)
    if words in lexicon.good_phrases:
        return Value(text, ValueKind.PHRASE, good=True)
    if words in lexicon.bad_phrases:
        return Value(text, ValueKind.PHRASE, good=False)
    if not words or plain in lexicon.placeholders or _ORNAMENT.fullmatch(plain):
        return Value(text, ValueKind.BLANK)
    return None


def read_sentence(text: str, plain: str, lexicon: Lexicon) -> Value | None:
    """Return what a short sentence without figures asserts: 无上访, 社保业务正常开展."""
    words = plain.rstrip(_CLOSING)
    return _read_none_of(text, words, lexicon) or _read_ending(text, words, lexicon)


def read_numbered_placeholder(text: str, plain: str, lexicon: Lexicon) -> Value | None:
    """Return BLANK for a printed placeholder with its number (指标2：……)."""
    return Value(text, ValueKind.BLANK) if _NUMBERED.sub("", plain) in lexicon.placeholders else None


def read_class(text: str, plain: str) -> Value | None:
    """Return a class (Ⅲ类, 不低于Ⅲ类) with its rank as number; which rank is better depends on its last word."""
    found = _CLASS.fullmatch(plain)
    if found is None:
        return None
    sign, roman, letters, hanzi, unit, tail = found.groups()
    before = Comparator.AT_LEAST if sign == "优于" else SIGNS.get(sign)
    comparator, agree = agreed(before, TAILS.get(tail))
    if not agree:
        return None
    rank = "ⅠⅡⅢⅣⅤ".index(roman) + 1 if roman else _ROMAN[letters] if letters else "一二三四五".index(hanzi) + 1
    return Value(text, ValueKind.CLASS, comparator, Decimal(rank), unit=unit)


def _read_none_of(text: str, words: str, lexicon: Lexicon) -> Value | None:
    """Read 无上访, 零投诉: none of something one wants none of."""
    found = _NONE_OF.match(words)
    if found is None or not lexicon.no_is_good_name.search(words, found.end()):
        return None
    return Value(text, ValueKind.PHRASE, good=True)


def _read_ending(text: str, words: str, lexicon: Lexicon) -> Value | None:
    """Read a subject with a known phrase behind it (社保业务正常开展), unless something is denied before it."""
    for length in lexicon.phrase_lengths:
        if len(words) <= length:
            continue
        ending = words[-length:]
        if ending in lexicon.bad_phrases:
            return Value(text, ValueKind.PHRASE, good=False)
        if ending in lexicon.good_phrases and not _DENIED.search(words, 0, len(words) - length):
            return Value(text, ValueKind.PHRASE, good=True)
    return None
