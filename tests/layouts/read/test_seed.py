"""The real filings must be read without a single slip, however their text is laid out."""

import re

import pytest

from jiping.domain.filing import Form, SectionName
from jiping.layouts.read.recognition import Recognition
from jiping.layouts.spacing import bare
from layouts.seed import found_facts, read_plain, seed_text, stated_facts

TITLE = "项目支出绩效自评价评分表"
HEADINGS = ["一、", "二、", "三、", "四、", "五、"]


@pytest.fixture(scope="module")
def seed() -> Recognition:
    return read_plain(seed_text())


def test_every_fact_of_the_six_filings_is_read_exactly(seed: Recognition) -> None:
    assert found_facts(seed.filings) == stated_facts()


def test_reading_the_six_filings_leaves_no_doubt(seed: Recognition) -> None:
    assert seed.remarks == ()


def test_titles_and_months_are_read_as_printed(seed: Recognition) -> None:
    first, last = seed.filings[0], seed.filings[-1]
    assert (first.title, first.started, first.finished) == ("项目支出绩效自评价情况表", "2024 年 1 月", "2024 年 12月")
    assert last.form is Form.REPORT
    assert last.title == "2024 年如皋市社会保险基金管理中心居保转企保参保补助项目资金绩效自评报告"


def test_every_section_holds_the_whole_text_between_its_heading_and_the_next(seed: Recognition) -> None:
    for filing, source in zip(seed.filings, narratives(), strict=True):
        found = [(bare(section.heading), bare(section.text)) for _, section in filing.narrative.sections()]
        assert found == source


def test_inner_spaces_survive_and_line_breaks_vanish(seed: Recognition) -> None:
    overview = seed.filings[4].narrative.overview
    assert overview is not None
    assert overview.text.endswith("2024 年社保业务运营经费项目支出 155万元。")


def test_numbered_parts_of_the_report_are_paragraphs_of_their_own(seed: Recognition) -> None:
    evaluation = seed.filings[5].narrative.evaluation
    assert evaluation is not None
    assert evaluation.text.split("\n")[::2] == [
        "1、项目特点分析",
        "2、评价思路方法",
        "3、评价工作情况",
        "4、绩效评价结论",
    ]


def test_everything_says_where_it_stands(seed: Recognition) -> None:
    lines = seed_text().splitlines()
    for filing in seed.filings:
        assert filing.place is not None
        for row in filing.rows:
            assert row.place is not None
            assert row.place.line is not None
            assert row.level3.startswith(bare(lines[row.place.line - 1])[:4]) or row.level3[:4] in bare(
                lines[row.place.line - 1]
            )
        for _, section in filing.narrative.sections():
            assert section.place is not None
            assert section.place.line is not None
            assert lines[section.place.line - 1].strip() == section.heading


def full_width(text: str) -> str:
    return text.translate(str.maketrans("0123456789%", "０１２３４５６７８９％"))


def sheets_on_one_line(text: str) -> str:
    return re.sub(rf"{TITLE}\n.*?总计 \d+ \d+", lambda sheet: " ".join(sheet[0].split()), text, flags=re.DOTALL)


def narratives_on_one_line(text: str) -> str:
    """Run each narrative together; only what the form prints keeps a space around it."""
    printed = r"(?m)^((?:项目|填报|[一二三四五]、|（2024）|2024 年如皋市社会|居保转企保参保补助项目资金绩效).*)$"
    sheets = re.split(rf"({TITLE}\n.*?总计 \d+ \d+\n)", text, flags=re.DOTALL)
    sheets[::2] = [re.sub(r"\n+", "", re.sub(printed, r" \1 ", narrative)) + "\n" for narrative in sheets[::2]]
    return "".join(sheets)


def labels_behind_the_first_row(text: str) -> str:
    """Move every level-1 label behind the row it stands before, as a merged cell's label often comes out."""
    label = r"(?P<label>(?:决 策|过 程|产 出|效 益)\n+指标\n+|满 意\n+度 指\n+标\n+)(?P<row>.*?\d \d+\n)"
    return re.sub(label, r"\g<row>\g<label>", text, flags=re.DOTALL)


@pytest.mark.parametrize(
    "alter",
    [
        lambda text: re.sub(r"\n+", "\n", text),
        lambda text: text.replace("\n", "\r\n"),
        full_width,
        sheets_on_one_line,
        narratives_on_one_line,
        labels_behind_the_first_row,
    ],
    ids=["无空行", "回车换行", "全角数字", "整表一行", "叙述一行", "一级指标名在首行之后"],
)
def test_the_layout_of_the_text_does_not_change_what_it_says(alter: object) -> None:
    assert callable(alter)
    text = alter(seed_text())
    assert text != seed_text()
    found = found_facts(read_plain(text).filings)
    assert found == stated_facts()


def narratives() -> list[list[tuple[str, str]]]:
    """Return heading and text of every section straight from the source, without any white space."""
    found: list[list[tuple[str, str]]] = []
    for part in re.split(r"(?=^一、)", seed_text(), flags=re.MULTILINE)[1:]:
        narrative = part.split(TITLE)[0]
        pieces = re.split(r"^([一二三四五]、.*)$", narrative, flags=re.MULTILINE)[1:]
        found.append([(bare(h), bare(t)) for h, t in zip(pieces[::2], pieces[1::2], strict=True)])
    assert [len(each) for each in found] == [len(SectionName)] * 6
    return found
