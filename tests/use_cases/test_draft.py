"""A draft fills what nobody has written yet; only on demand does it replace what somebody has."""

from builders import build_filing
from jiping.use_cases.demo import PACK
from jiping.use_cases.draft import draft, redraft
from jiping.use_cases.score import score

FILING = build_filing(
    {
        "narrative": {"overview": "人写定的概况。", "problems": "【草稿】旧草稿。", "measures": " "},
        "rows": [{"level3": "办结率", "target": "98%", "actual": "98%", "weight": 10}],
    }
)


def test_what_a_person_wrote_stays_and_the_rest_is_drafted() -> None:
    drafted = draft(score(FILING, PACK)).narrative
    assert drafted.overview == FILING.narrative.overview
    texts = {name: section.text for name, section in drafted.sections() if section.text.startswith("【草稿】")}
    assert list(texts) == ["evaluation", "performance", "problems", "measures"]
    assert "旧草稿" not in "".join(texts.values())


def test_redrafting_replaces_all_five_sections() -> None:
    drafted = redraft(score(FILING, PACK)).narrative
    assert [section.text[:4] for _, section in drafted.sections()] == ["【草稿】"] * 5
