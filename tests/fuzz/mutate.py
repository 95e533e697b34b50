"""Damage to files, seeded: bytes as a bad disk leaves them, structure as a bad program or a bad person makes it."""

import re
import zipfile
from collections.abc import Callable
from io import BytesIO
from random import Random  # noqa: TID251  always seeded

Damage = Callable[[bytes, Random], bytes]

_TAG = re.compile(rb"<[A-Za-z][^<>]*>")
_ATTRIBUTE = re.compile(rb'(?<=[ :\w])="([^"<>]*)"')
_NUMBERS = (
    b"0",
    b"-1",
    b"1",
    b"255",
    b"65536",
    b"2147483648",
    b"99999999999999999999",
    b"1e400",
    b"NaN",
    b"",
    b"x",
    b"A1:XFD1048576",
)
_WORDS = (
    b"\x00",
    b"\xff\xff\xff\xff",
    b"\xff\xff\xff\x7f",
    b"\x00\x00\x00\x80",
    b"<",
    b">",
    b"&a;",
    b"\xed\xa0\x80",
    b"()",
    b"<<",
    b">>",
    b"[",
    b"stream",
)
_ENCODINGS = ("utf-16", "utf-16-le", "gb18030", "utf-7", "utf-8-sig", "big5")


def mutated(data: bytes, random: Random) -> bytes:
    """Return `data` with one to four injuries; archives are mostly injured inside."""
    for _ in range(random.choice((1, 1, 1, 2, 4))):
        choices = _PACKAGE if zipfile.is_zipfile(BytesIO(data)) and random.random() < 0.8 else _PLAIN
        data = random.choice(choices)(data, random)
    return data


def flip_bits(data: bytes, random: Random) -> bytes:
    found = bytearray(data)
    for _ in range(random.choice((1, 3, 30))):
        if found:
            found[random.randrange(len(found))] ^= 1 << random.randrange(8)
    return bytes(found)


def cut_off(data: bytes, random: Random) -> bytes:
    return data[: random.randrange(len(data) + 1)]


def drop_slice(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    return data[:start] + data[end:]


def repeat_slice(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    return data[:end] + data[start:end] * random.choice((1, 2, 50)) + data[end:]


def move_slice(data: bytes, random: Random) -> bytes:
    start, end = _slice(data, random)
    rest = data[:start] + data[end:]
    at = random.randrange(len(rest) + 1)
    return rest[:at] + data[start:end] + rest[at:]


def insert_word(data: bytes, random: Random) -> bytes:
    at = random.randrange(len(data) + 1)
    return data[:at] + random.choice(_WORDS) + data[at + random.choice((0, 4)) :]


def drop_element(data: bytes, random: Random) -> bytes:
    tag = _some(_TAG, data, random)
    return data if tag is None else data[: tag.start()] + data[tag.end() :]


def repeat_element(data: bytes, random: Random) -> bytes:
    tag = _some(_TAG, data, random)
    return data if tag is None else data[: tag.end()] + tag[0] * random.choice((1, 5, 400)) + data[tag.end() :]


def change_attribute(data: bytes, random: Random) -> bytes:
    found = _some(_ATTRIBUTE, data, random)
    return data if found is None else data[: found.start(1)] + random.choice(_NUMBERS) + data[found.end(1) :]


def swell_attribute(data: bytes, random: Random) -> bytes:
    found = _some(_ATTRIBUTE, data, random)
    return (
        data
        if found is None
        else data[: found.end(1)] + b"9" * random.choice((20, 5_000, 200_000)) + data[found.end(1) :]
    )


def nest_deeply(data: bytes, random: Random) -> bytes:
    tag = _some(_TAG, data, random)
    if tag is None or tag[0].endswith(b"/>"):
        return data
    name = re.split(rb"[ >]", tag[0][1:])[0]
    depth = random.choice((50, 3_000, 50_000))
    return (
        data[: tag.start()]
        + tag[0] * depth
        + b"</"
        + name
        + b">" * 1
        + (b"</" + name + b">") * (depth - 1)
        + data[tag.start() :]
    )


def recode(data: bytes, random: Random) -> bytes:
    return data.decode("utf-8", "replace").encode(random.choice(_ENCODINGS), "replace")


def injure_member(data: bytes, random: Random) -> bytes:
    members = _members(data)
    name = random.choice(sorted(members))
    members[name] = random.choice(_PLAIN)(members[name], random)
    return _packed(members)


def drop_member(data: bytes, random: Random) -> bytes:
    members = _members(data)
    del members[random.choice(sorted(members))]
    return _packed(members)


def swap_members(data: bytes, random: Random) -> bytes:
    members = _members(data)
    one, other = random.choice(sorted(members)), random.choice(sorted(members))
    members[one], members[other] = members[other], members[one]
    return _packed(members)


def rename_member(data: bytes, random: Random) -> bytes:
    members = _members(data)
    name = random.choice(sorted(members))
    members[random.choice((f"../../{name}", f"/{name}", name.upper(), name.replace("/", "\\"), ""))] = members.pop(name)
    return _packed(members)


def _slice(data: bytes, random: Random) -> tuple[int, int]:
    start = random.randrange(len(data) + 1)
    return start, min(len(data), start + random.choice((1, 16, 500, 20_000)))


def _some(pattern: re.Pattern[bytes], data: bytes, random: Random) -> re.Match[bytes] | None:
    """Return a match near a random spot, so that long files cost no more than short ones."""
    at = random.randrange(len(data) + 1)
    return pattern.search(data, at) or pattern.search(data)


def _members(data: bytes) -> dict[str, bytes]:
    try:
        with zipfile.ZipFile(BytesIO(data)) as package:
            found = {name: package.read(name) for name in package.namelist()}
    except Exception:  # noqa: BLE001  an archive injured before may fail in any way
        found = {}
    return found or {"a.xml": data}


def _packed(members: dict[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(zipfile.ZipInfo(name), content, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


_BYTES: tuple[Damage, ...] = (flip_bits, cut_off, drop_slice, repeat_slice, move_slice, insert_word)
_MARKUP: tuple[Damage, ...] = (
    drop_element,
    repeat_element,
    change_attribute,
    change_attribute,
    swell_attribute,
    nest_deeply,
    recode,
)
_PLAIN = (*_BYTES, *_MARKUP)
_PACKAGE: tuple[Damage, ...] = (*[injure_member] * 6, drop_member, swap_members, rename_member)
