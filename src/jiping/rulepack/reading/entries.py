"""Dated records: an entry's editions with their days, legal basis and certainty."""

from collections.abc import Mapping
from itertools import pairwise

from jiping.rulepack.provenance import Dated, LegalBasis, Verification
from jiping.rulepack.reading.payload import FREE, NAMED, Payload
from jiping.rulepack.strict.node import Node

_PROVENANCE = ("from", "basis", "confidence", "confirmed_on")
_MAY = ("until", "note")


def read_entries(stem: str, top: Node, pack: str) -> Mapping[str, tuple[Dated[object], ...]]:
    """Return the entries of the file `stem`.yaml: grades.yaml holds `grades`, a word file any number of entries."""
    parts = top.mapping(required=(stem,)) if stem in NAMED else dict(top.items())
    return {name: _editions(name, node, pack) for name, node in parts.items()}


def read_legal_bases(top: Node) -> Mapping[str, LegalBasis]:
    return {key: _legal_basis(key, node) for key, node in top.items()}


def _legal_basis(key: str, node: Node) -> LegalBasis:
    fields = node.mapping(required=("title", "confidence"), optional=("number", "article", "issued", "note"))
    texts = {name: fields[name].text() if name in fields else None for name in ("number", "article", "note")}
    return LegalBasis(
        key=key,
        title=fields["title"].text(),
        number=texts["number"],
        issued=fields["issued"].day() if "issued" in fields else None,
        confidence=fields["confidence"].choice(Verification),
        article=texts["article"],
        note=texts["note"] or "",
    )


def _editions(name: str, node: Node, pack: str) -> tuple[Dated[object], ...]:
    if not node.list():
        raise node.fault("没有任何一版规定。", "请至少写一版，注明 from、basis、confidence、confirmed_on。")
    editions = tuple(sorted((_edition(name, each, pack) for each in node.list()), key=lambda edition: edition.start))
    for earlier, later in pairwise(editions):
        if earlier.until is None or earlier.until >= later.start:
            span = f"{earlier.start} 至{f' {earlier.until}' if earlier.until else '今'}"
            first = min(node.list(), key=lambda each: abs(each.line - later.line))
            raise first.fault(
                f"自 {later.start} 起的规定与 {span} 的规定重叠。", "请给较早的一版写上 until（最后一天）。"
            )
    return editions


def _edition(name: str, node: Node, pack: str) -> Dated[object]:
    payload = NAMED.get(name) or _free_payload(node)
    fields = node.mapping((*_PROVENANCE, *payload.required), (*_MAY, *payload.optional))
    until, note = fields.get("until"), fields.get("note")
    start = fields["from"].day()
    if until is not None and until.day() < start:
        raise until.fault(f"早于开始日期 {start}。", "请核对 from（第一天）与 until（最后一天）。")
    return Dated(
        value=payload.read(fields),
        start=start,
        until=None if until is None else until.day(),
        basis=fields["basis"].text(),
        confidence=fields["confidence"].choice(Verification),
        confirmed_on=fields["confirmed_on"].day(),
        pack=pack,
        file=node.file,
        line=node.line,
        note="" if note is None else note.text(),
    )


def _free_payload(node: Node) -> Payload:
    """Return the payload of an entry that is named by its author: words, rows or a value."""
    found = [kind for kind, _ in node.items() if kind in FREE]
    if len(found) != 1:
        raise node.fault("应当恰好写明一种内容。", "请写 words（词表）、rows（表格）、value（数值）三者之一。")
    return FREE[found[0]]
