"""What `read` shows is all that a person needs to see whether a filing was understood."""

from cli.program import SEED, jiping


def test_the_table_stands_below_what_the_text_says_and_states() -> None:
    shown = jiping("read", SEED).stdout
    first = shown[: shown.index("一级指标")]
    assert "四、存在问题\n无。" in first
    assert "自评得分 99　等级 优　满意度 96%" in first
