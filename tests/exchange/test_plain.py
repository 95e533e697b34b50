"""A filing and its plain data say the same, field by field."""

from dataclasses import asdict, fields
from decimal import Decimal

import pytest
from hypothesis import given

from exchange.filings import filings
from jiping.domain.doubt import Doubt
from jiping.domain.evidence import Evidence
from jiping.domain.filing import (
    BoundNumber,
    Filing,
    FundLine,
    Indicator,
    LevelWeight,
    Narrative,
    Section,
    SignOff,
    Waiver,
)
from jiping.domain.money import Money
from jiping.domain.place import Place
from jiping.exchange.keys.filing import FILING, VERSION
from jiping.exchange.keys.notes import DOUBT, SIGN_OFF, WAIVER
from jiping.exchange.keys.place import PLACE
from jiping.exchange.keys.rows import EVIDENCE, FUND_LINE, INDICATOR, LEVEL_WEIGHT
from jiping.exchange.keys.sections import BOUND, SECTIONS
from jiping.exchange.plain import from_plain, to_plain
from jiping.exchange.record import Record
from jiping.exchange.scalar import Misfit

SILENT = {"schema": VERSION, "form": "情况表", "money_unit": "万元"}


@given(filings)
def test_plain_and_back_is_the_identity_places_and_bound_numbers_included(filing: Filing) -> None:
    assert asdict(from_plain(to_plain(filing))) == asdict(filing)


@pytest.mark.parametrize(
    ("kind", "record"),
    [
        (Place, PLACE),
        (Evidence, EVIDENCE),
        (Indicator, INDICATOR),
        (FundLine, FUND_LINE),
        (SignOff, SIGN_OFF),
        (Waiver, WAIVER),
        (BoundNumber, BOUND),
        (LevelWeight, LEVEL_WEIGHT),
        (Doubt, DOUBT),
        (Filing, FILING),
    ],
)
def test_every_field_has_its_key(kind: type, record: Record) -> None:
    renamed = {"on": "date"}
    assert {renamed.get(each.name, each.name) for each in fields(kind)} <= {key.name for key in record.keys}


def test_every_part_of_a_section_has_its_key() -> None:
    spread = {"heading": "headings", "text": "narrative", "bound": "bound", "place": "section_places"}
    assert {each.name for each in fields(Section)} == set(spread)
    assert set(spread.values()) <= {key.name for key in FILING.keys}


def test_a_silent_filing_is_null_throughout_never_zero() -> None:
    data = to_plain(Filing(project=None))
    stated = {name: value for name, value in data.items() if value is not None and name not in SILENT}
    assert stated == {
        "narrative": dict.fromkeys(SECTIONS),
        "headings": dict.fromkeys(SECTIONS),
        "bound": {name: [] for name in SECTIONS},
        "section_places": dict.fromkeys(SECTIONS),
        "rows": [],
        "funds": [],
        "level_weights": [],
        "doubts": [],
        "waivers": [],
        "sign_off": {"head": None, "preparer": None, "phone": None, "dated": None},
    }


def test_amounts_are_exact_texts_in_ten_thousand_yuan() -> None:
    assert to_plain(Filing("甲", expenditure=Money(Decimal(3900))))["expenditure"] == "0.39"
    assert to_plain(Filing("甲", expenditure=Money(Decimal(60000))))["expenditure"] == "6"


def test_points_lose_trailing_zeros_only() -> None:
    data = to_plain(Filing("甲", total_weight=Decimal("1E+2"), total_score=Decimal("99.90")))
    assert (data["total_weight"], data["total_score"]) == ("100", "99.9")


def test_a_place_names_only_what_its_format_knows() -> None:
    data = to_plain(Filing("甲", place=Place("甲.txt", line=3)))
    assert data["place"] == {"file": "甲.txt", "line": 3, "text": "甲.txt 第 3 行"}


def test_headings_alone_make_no_section() -> None:
    data = {**SILENT, "headings": {"overview": "一、项目概况"}}
    assert from_plain(data).narrative == Narrative()


@pytest.mark.parametrize(
    ("change", "path", "remedy"),
    [
        ({"total_score": 9.8}, ("total_score",), "数字"),
        ({"total_score": "9.8分"}, ("total_score",), "数字"),
        ({"total_score": "NaN"}, ("total_score",), "数字"),
        ({"total_score": "9" * 31}, ("total_score",), "数字"),
        ({"year": "2024.5"}, ("year",), "整数"),
        ({"year": True}, ("year",), "整数"),
        ({"form": "总结"}, ("form",), "情况表"),
        ({"money_unit": "元"}, ("money_unit",), "万元"),
        ({"schema": "jiping/filing/2"}, ("schema",), "jiping/filing/1"),
        ({"projct": "甲"}, ("projct",), "project"),
        ({"rows": [{"level3": "满意度", "wieght": "1"}]}, ("rows", 0, "wieght"), "weight"),
        ({"rows": [{"level3": "满意度", "weight": "十"}]}, ("rows", 0, "weight"), "数字"),
        ({"funds": [{"rate": "100"}]}, ("funds", 0, "name"), "补写"),
        ({"rows": {"level3": "满意度"}}, ("rows",), "清单"),
        ({"narrative": "概况"}, ("narrative",), "overview"),
        ({"title": "\ud800"}, ("title",), "文字"),
        (
            {"waivers": [{"code": "NA20", "reason": " ", "person": "乙", "date": "2025-03-31"}]},
            ("waivers", 0, "reason"),
            "有内容的文字",
        ),
        (
            {"waivers": [{"code": "NA20", "reason": "甲", "person": "乙", "date": "2024-02-30"}]},
            ("waivers", 0, "date"),
            "日期",
        ),
    ],
)
def test_a_value_that_does_not_fit_is_named_by_its_path(
    change: dict[str, object], path: tuple[str | int, ...], remedy: str
) -> None:
    with pytest.raises(Misfit) as caught:
        from_plain({**SILENT, **change})
    assert caught.value.path == path
    assert remedy in caught.value.remedy


@pytest.mark.parametrize("name", SILENT)
def test_what_fixes_the_meaning_of_the_rest_must_be_there(name: str) -> None:
    with pytest.raises(Misfit, match=f"缺少“{name}”"):
        from_plain({key: value for key, value in SILENT.items() if key != name})


def test_full_width_digits_are_digits() -> None:
    assert from_plain({**SILENT, "total_score": "９．８"}).total_score == Decimal("9.8")


@given(filings)
def test_doubts_survive_although_they_take_no_part_in_comparison(filing: Filing) -> None:
    assert from_plain(to_plain(filing)).doubts == filing.doubts
