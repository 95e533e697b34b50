"""A place reads as a person would say it."""

import pytest

from jiping.domain.place import Place


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (Place("a.txt"), "a.txt"),
        (Place("a.txt", line=3), "a.txt 第 3 行"),
        (Place("a.pdf", page=2, table=1, row=4), "a.pdf 第 2 页 第 1 个表 第 4 行"),
        (Place("a.xlsx", sheet="评分表", row=4, column=5), "a.xlsx 工作表“评分表” 第 4 行第 5 列"),
        (Place("a.xlsx", column=5), "a.xlsx"),
    ],
)
def test_place_names_what_it_knows(place: Place, said: str) -> None:
    assert str(place) == said
