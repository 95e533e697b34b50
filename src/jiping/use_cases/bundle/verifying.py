"""Check a bundle by itself: its files, its seals, its stretch of the trail, and what the rules give today."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from jiping.checks.run import run
from jiping.domain.chain import FIELDS, content_digest, end_of, seal
from jiping.domain.errors import JipingError, UnreadableFile
from jiping.domain.finding import fingerprint
from jiping.domain.place import Place
from jiping.exchange.json import loads
from jiping.rulepack.load import AUTO
from jiping.use_cases.bundle.contents import CHAIN, EVENTS, MANIFEST, VERSIONS
from jiping.use_cases.bundle.opening import open_bundle, parsed
from jiping.use_cases.score import score


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a bundle proved to be. `broken` are signs that it was touched, `drifted` what today's rules say otherwise.

    `versions` and `events` say how many were checked; `last` and `end` are to be compared with the trail itself.
    """

    project: str
    unit: str
    year: int
    versions: int
    events: int
    last: int
    end: str
    broken: tuple[str, ...]
    drifted: tuple[str, ...]


def verify(path: Path) -> Verdict:
    """Return the verdict on the bundle at `path`. Raises UnreadableFile when it is none."""
    files = open_bundle(path)
    manifest, versions, events, chain = (parsed(files, name, path.name) for name in (MANIFEST, VERSIONS, EVENTS, CHAIN))
    try:
        broken = (
            *_altered_files(manifest["files"], files),
            *_broken_seals(str(manifest["filing"]), versions, events, files),
            *_broken_chain(events, chain),
        )
        return Verdict(
            project=str(manifest["project"]),
            unit=str(manifest["unit"]),
            year=int(manifest["year"]),
            versions=len(versions),
            events=len(events),
            last=int(chain["first"]) + len(chain["contents"]) - 1,
            end=str(chain["end"]),
            broken=broken,
            drifted=() if broken else tuple(_drift(versions, files)),
        )
    except (KeyError, TypeError, ValueError, AttributeError) as fault:
        raise UnreadableFile(
            "封存包的内容不完整。", remedy="请用留痕页导出的原始文件。", place=Place(path.name)
        ) from fault


def _altered_files(listed: Mapping[str, str], files: Mapping[str, bytes]) -> Iterator[str]:
    for name, digest in listed.items():
        if name not in files:
            yield f"缺少文件 {name}"
        elif sha256(files[name]).hexdigest() != digest:
            yield f"文件 {name} 的内容与清单不符"
    yield from (f"多出清单上没有的文件 {name}" for name in files if name not in listed and name != MANIFEST)


def _broken_seals(
    filing: str, versions: Iterable[Mapping[str, Any]], events: Iterable[Mapping[str, Any]], files: Mapping[str, bytes]
) -> Iterator[str]:
    witnessed = {each["after"].get("digest") for each in events}
    for each in versions:
        content = files.get(_path(each))
        if content is None or seal(filing, each["number"], content.decode()) != each["digest"]:
            yield f"第 {each['number']} 版的内容与封存时的校验值不符"
        if each["digest"] not in witnessed:
            yield f"留痕里没有第 {each['number']} 版的封存记录"


def _broken_chain(events: Iterable[Mapping[str, Any]], chain: Mapping[str, Any]) -> Iterator[str]:
    contents, first = chain["contents"], int(chain["first"])
    if end_of(chain["previous"], contents) != chain["end"]:
        yield "留痕链不连续"
    for each in events:
        position = each["number"] - first
        told = {name: each[name] for name in FIELDS}
        if not 0 <= position < len(contents) or content_digest(told) != contents[position]:
            yield f"第 {each['number']} 条留痕与链上的校验值不符"


def _drift(versions: Iterable[Mapping[str, Any]], files: Mapping[str, bytes]) -> Iterator[str]:
    """Yield what differs when every version is scored and checked again under the rules of its year."""
    for each in versions:
        try:
            (filing,) = loads(files[_path(each)].decode(), _path(each))
            again = score(filing, AUTO)
        except JipingError as fault:
            yield f"第 {each['number']} 版现在不能计分：{fault.what}"
            continue
        total = None if again.total is None else f"{again.total:f}"
        then = {fingerprint(*(found[name] for name in _FOUND)) for found in each["findings"]}
        now = {found.fingerprint for found in run([again]).findings}
        pairs = (("得分", each["total"], total), ("等级", each["grade"], again.grade or ""))
        yield from (f"第 {each['number']} 版的{name}由 {old} 变为 {new}" for name, old, new in pairs if old != new)
        if then != now:
            yield f"第 {each['number']} 版的意见有出入：不再有 {len(then - now)} 条，新出 {len(now - then)} 条"
        if each["pack"] != again.pack.edition:
            yield f"规则由“{each['pack']}”变为“{again.pack.edition}”"


_FOUND = ("code", "unit", "year", "project", "where")


def _path(version: Mapping[str, Any]) -> str:
    return f"versions/{int(version['number']):02d}.json"
