"""Every staff page in a real browser, at three sizes: no console error, no foreign request, nothing serious for axe."""

import pytest

from jiping.web.filings.models import FilingRecord
from jiping.web.site.demonstration import PASSWORD
from web.browser import SIZES, Visitor

PLACES = (
    ("zhangmin", "/todo/"),
    ("zhangmin", "/eval/"),
    ("zhangmin", "/eval/{filing}/"),
    ("zhangmin", "/eval/{filing}/report/"),
    ("zhangmin", "/eval/{filing}/diff/"),
    ("zhoujianguo", "/review/?view=all"),
    ("zhoujianguo", "/review/7/"),
    ("caizheng", "/review/10/rescore/"),
    ("caizheng", "/audit-sample/"),
    ("caizheng", "/audit-sample/1/"),
    ("caizheng", "/results/"),
    ("zhoujianguo", "/tasks/"),
)


@pytest.mark.parametrize(("person", "place"), PLACES)
def test_a_page_is_sound_at_every_size(visitor: Visitor, person: str, place: str) -> None:
    visitor.log_in(person, PASSWORD)
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.open(place.format(filing=FilingRecord.objects.order_by("pk")[0].pk))
        assert visitor.serious_faults() == []
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{width} 宽时页面要横向滚动到 {wide}"
