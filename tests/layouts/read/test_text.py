"""Plain text that is not as tidy as the seed: nothing is lost without a word."""

from decimal import Decimal

from jiping.domain.filing import Filing, Form
from jiping.layouts.read.recognition import Recognition
from layouts.seed import read_plain, seed_text

HEADER = """项目支出绩效自评价评分表
（2024 年）
填报单位：示例单位 项目名称：示例项目
评价指标
年初指标值 实际完成值 权重 得分 评分依据一 级
指标
二级指标 三级指标
"""


def sheet(rows: str, total: str = "") -> Recognition:
    return read_plain(f"{HEADER}{rows}\n{total}\n")


def only(found: Recognition) -> Filing:
    assert len(found.filings) == 1
    return found.filings[0]


def cells(filing: Filing) -> list[tuple[str, str | None, str | None]]:
    return [(row.level3, row.target, row.actual) for row in filing.rows]


def test_a_text_without_a_form_holds_no_filing() -> None:
    assert read_plain("今天天气很好。\n100 99\n").filings == ()


def test_a_score_table_alone_is_a_filing() -> None:
    found = only(sheet("产 出\n指标\n数量指标 完成率 100% 98% 10 9.80", "总计 10 9.8"))
    assert (found.form, found.project, found.unit, found.year) == (Form.TABLE, "示例项目", "示例单位", 2024)
    assert found.rows[0].score == Decimal("9.80")


def test_whatever_the_text_does_not_say_is_absent() -> None:
    found = only(read_plain("项目支出绩效自评价情况表\n四、存在问题\n无。\n"))
    assert (found.project, found.unit, found.year, found.total_score, found.rows) == (None, None, None, None, ())
    assert found.narrative.overview is None


def test_odd_weights_are_read_as_they_stand() -> None:
    rows = (
        "数量指标 任务完成率 100% 100% 0 0\n质量指标 质量达标率 100% 100% -1 -1\n时效指标 完成及时性 及时 及时 500 600"
    )
    found = only(sheet(rows))
    assert [f"{row.weight} {row.score}" for row in found.rows] == ["0 0", "-1 -1", "500 600"]


def test_bare_numbers_as_values_are_not_taken_for_weight_and_score() -> None:
    rows = "数量指标 印刷手册 850 850 10 10\n质量指标 抽检份数\n50 50\n10 9"
    assert cells(only(sheet(rows))) == [("印刷手册", "850", "850"), ("抽检份数", "50", "50")]


def test_a_unit_set_off_by_a_space_stays_with_its_number() -> None:
    rows = "数量指标 邮寄对账单 ≥12.6 万卷 12.6 万卷 10 10"
    assert cells(only(sheet(rows))) == [("邮寄对账单", "≥12.6 万卷", "12.6 万卷")]


def test_words_behind_the_score_are_its_reason() -> None:
    rows = "数量指标 完成率 100% 100% 10 10 办理批次\n质量指标 达标率 100% 100% 10 10"
    assert [row.reason for row in only(sheet(rows)).rows] == ["办理批次", None]


def test_words_before_a_label_belong_to_the_reason_above() -> None:
    rows = "数量指标 完成率 100% 100% 10 10 办理\n批次\n质量指标 达标率 100% 100% 10 10"
    assert [row.reason for row in only(sheet(rows)).rows] == ["办理批次", None]


def test_an_indicator_named_like_a_label_keeps_its_name() -> None:
    found = only(sheet("资金管理\n预算执行率 100% 100% 3 3"))
    assert found.rows[0].level2 is None or found.rows[0].level2 == "资金管理"
    assert cells(found) == [("预算执行率", "100%", "100%")]


def test_a_row_that_cannot_be_split_is_kept_and_remarked_with_its_line() -> None:
    found = sheet("数量指标 完成率 及时 10 10")
    assert len(only(found).rows) == 1
    assert "完成率" in found.remarks[0].message
    assert found.remarks[0].place is not None
    assert found.remarks[0].place.line == 8


def test_a_row_without_weight_and_score_is_remarked() -> None:
    found = sheet("数量指标 完成率 100% 100% 10 10\n质量指标 达标率 合格 合格", "总计 10 10")
    assert any("达标率" in remark.message for remark in found.remarks)


def test_sums_that_differ_from_the_total_row_are_remarked() -> None:
    found = sheet("数量指标 完成率 100% 100% 10 10", "总计 100 99")
    assert [("权重" in r.message, "得分" in r.message) for r in found.remarks] == [(True, False), (False, True)]


def test_the_same_filing_twice_is_kept_twice_and_remarked() -> None:
    first = seed_text().split("项目支出绩效自评价情况表")[1]
    found = read_plain(f"项目支出绩效自评价情况表{first}\n项目支出绩效自评价情况表{first}")
    assert len(found.filings) == 2
    assert found.filings[0] == found.filings[1]
    assert [remark.message for remark in found.remarks] == [
        "“打印纸及个人账户打印纸”在同一文件中出现了不止一次，均已保留，请核对。"
    ]


def test_score_tables_after_all_narratives_find_their_own() -> None:
    title = "项目支出绩效自评价情况表"
    scores = "项目支出绩效自评价评分表"
    pieces = [piece.split(scores) for piece in seed_text().split(title)[1:3]]
    text = "".join(f"{title}{narrative}" for narrative, _ in pieces) + "".join(f"{scores}{rows}" for _, rows in pieces)
    assert read_plain(text).filings == read_plain(seed_text()).filings[:2]


def test_parts_that_name_different_projects_are_remarked() -> None:
    text = (
        seed_text()
        .split("项目支出绩效自评价情况表")[1]
        .replace("项目名称：打印纸及个人账户打印纸\n\n评价", "项目名称：别的项目\n\n评价")
    )
    found = read_plain(f"项目支出绩效自评价情况表{text}")
    assert only(found).project == "打印纸及个人账户打印纸"
    assert any("项目名称前后不一致" in remark.message for remark in found.remarks)


def test_a_long_project_name_goes_on_in_the_next_line() -> None:
    text = f"{HEADER}数量指标 完成率 100% 100% 10 10".replace("示例项目", "示例\n项目")
    assert only(read_plain(text)).project == "示例项目"


def test_ten_thousand_rows_are_read() -> None:
    rows = "\n".join(f"数量指标 事项{number}完成率 100% 100% 1 1" for number in range(10_000))
    assert len(only(sheet(rows, "总计 10000 10000")).rows) == 10_000


def test_a_year_before_1949_is_read_as_it_stands() -> None:
    assert only(read_plain(HEADER.replace("2024", "1948") + "数量指标 完成率 100% 100% 10 10")).year == 1948


def test_the_sign_off_line_is_read_and_blanks_in_it_are_absent() -> None:
    found = only(sheet("数量指标 完成率 100% 100% 10 10", "总计 10 10\n单位负责人： 填报人：张某 填报日期：____"))
    assert (found.sign_off.head, found.sign_off.preparer, found.sign_off.dated) == (None, "张某", None)
