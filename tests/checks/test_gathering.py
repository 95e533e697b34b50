"""Filings are brought together by shared marks, and near-equal texts share one."""

from builders import YEAR_END, build_filing
from jiping.checks.gathering import joined, mark, marks_on, sharing
from jiping.checks.sketch import bands
from jiping.rulepack.load import load_pack
from jiping.scoring.score import evaluate

TEXT = "窗口人手偏紧，月末办理退休手续的群众集中，等候时间超过四十分钟，个别参保人员对认证方式不熟悉，需要工作人员逐一指导。"
STRANGE = "印刷厂供货延误两周，四月的宣传只能用旧版手册，已按合同扣减货款，明年提前一个季度招标。"


def test_groups_that_overlap_become_one() -> None:
    assert joined([[1, 2], [5, 7], [2, 3], [9, 5]]) == [[1, 2, 3], [5, 7, 9]]


def test_a_mark_nobody_shares_brings_nobody_together() -> None:
    assert list(sharing([(1, [10, 11]), (2, [12, 11]), (3, [13])])) == [[1, 2]]


def test_a_filing_without_a_unit_is_not_marked() -> None:
    pack = load_pack("national", YEAR_END)
    nameless, named = (evaluate(build_filing({"unit": unit}), pack) for unit in (None, "甲中心"))
    assert marks_on(nameless, lambda _: [1]) == []
    assert marks_on(named, lambda _: [1, 1]) == [1]


def test_texts_that_differ_in_a_word_share_a_band_and_strange_ones_do_not() -> None:
    text, alike, strange = map(set, bands([TEXT, TEXT.replace("四十", "三十"), STRANGE]))
    assert text & alike
    assert not text & strange


def test_a_text_has_the_same_bands_whatever_is_sketched_beside_it() -> None:
    short, empty = "无。", ""
    assert bands([TEXT, short, empty, STRANGE]) == [bands([each])[0] for each in (TEXT, short, empty, STRANGE)]


def test_a_mark_is_the_same_on_every_machine() -> None:
    assert mark("某物业管理费") == 8960605862942739018
