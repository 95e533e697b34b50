"""The repository lints its own packs: every one loads on each of its dates, every basis resolves and is used."""

import re
from datetime import date, timedelta

import pytest

from jiping.checks.catalogue import catalogue
from jiping.domain.errors import OutsideDates
from jiping.programmes.catalogue import indicators, programmes
from jiping.rulepack.load import list_packs, load_pack, validate_pack
from jiping.rulepack.pack import RulePack
from jiping.rulepack.provenance import Dated, LegalBasis
from jiping.rulepack.shelf import BUILT_IN
from jiping.scoring.catalogue import scoring_rules

PACKS = [summary.head.name for summary in list_packs()]
LATEST = date(2026, 11, 23)


@pytest.mark.parametrize("name", PACKS)
def test_a_built_in_pack_is_sound(name: str) -> None:
    assert validate_pack(BUILT_IN / name) == ()


@pytest.mark.parametrize("name", PACKS)
def test_every_entry_answers_on_each_of_its_dates(name: str) -> None:
    for entry, editions in load_pack(name, LATEST).entries.items():
        for edition in editions:
            assert load_pack(name, edition.start).dated(entry) is edition
            if edition.until is not None:
                assert load_pack(name, edition.until).dated(entry) is edition


@pytest.mark.parametrize("name", PACKS)
def test_no_entry_answers_before_its_first_day(name: str) -> None:
    for entry, editions in load_pack(name, LATEST).entries.items():
        with pytest.raises(OutsideDates):
            load_pack(name, editions[0].start - timedelta(days=1)).dated(entry)


@pytest.mark.parametrize("name", PACKS)
def test_every_entry_still_answers_today(name: str) -> None:
    pack = load_pack(name, LATEST)
    assert [entry for entry in pack.entries if not _answers(pack, entry)] == []
    assert pack.lexicon.tiers
    assert pack.thresholds


@pytest.mark.parametrize("name", PACKS)
def test_every_entry_has_been_confirmed_since_it_began(name: str) -> None:
    for edition in _editions(name):
        assert edition.start <= edition.confirmed_on <= LATEST, f"{edition.file}:{edition.line}"


@pytest.mark.parametrize("name", PACKS)
def test_an_entry_is_no_surer_than_the_text_it_rests_on(name: str) -> None:
    bases = load_pack(name, LATEST).bases
    for edition in _editions(name):
        if edition.basis != "practice" and edition.confidence == "V":
            assert bases[edition.basis].confidence in ("V", "Vs"), f"{edition.file}:{edition.line}"


def test_no_legal_basis_is_idle_unless_it_says_so() -> None:
    used = {edition.basis for name in PACKS for edition in _editions(name)}
    used |= {layout.basis for name in PACKS for layout in load_pack(name, LATEST).layouts.values()}
    used |= {check.basis for check in catalogue()}
    used |= {each.basis for programme in programmes() for each in indicators(programme.name)}
    idle = [basis.key for basis in _bases() if basis.key not in used and not basis.note.startswith("备查")]
    assert idle == []


def test_every_check_rests_on_a_basis_the_national_pack_knows() -> None:
    national = load_pack("national", LATEST)
    assert [check.code for check in catalogue() if check.basis not in {"practice", *national.bases}] == []


def test_a_pack_switches_only_checks_that_exist() -> None:
    known = {check.code for check in catalogue()}
    assert [code for name in PACKS for code in load_pack(name, LATEST).checks if code not in known] == []


def test_every_entry_is_read_somewhere() -> None:
    source = "".join(path.read_text(encoding="utf-8") for path in sorted(BUILT_IN.parent.rglob("*.py")))
    entries = {entry for name in PACKS for entry in load_pack(name, LATEST).entries}
    quoted = set(re.findall(r"""["'](\w+)["']""", source))
    assert sorted(entries - quoted) == []


@pytest.mark.parametrize("name", PACKS)
def test_every_scoring_rule_named_exists(name: str) -> None:
    assert {method.rule for method in load_pack(name, LATEST).methods.values()} <= set(scoring_rules())


def _answers(pack: RulePack, entry: str) -> bool:
    return pack.dated(entry).value is not None


def _editions(name: str) -> tuple[Dated[object], ...]:
    return tuple(each for editions in load_pack(name, LATEST).entries.values() for each in editions)


def _bases() -> tuple[LegalBasis, ...]:
    return tuple({key: each for name in PACKS for key, each in load_pack(name, LATEST).bases.items()}.values())
