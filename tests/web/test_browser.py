"""Every staff page in a real browser, at three sizes: no console error, no foreign request, nothing serious for axe."""

import pytest

from jiping.domain.project import ProjectState
from jiping.domain.workflow import State
from jiping.web.accounts.models import AccountRecord
from jiping.web.filings.models import FilingRecord
from jiping.web.funds.models import LedgerRecord, PaymentRecord
from jiping.web.projects.models import ProjectRecord
from jiping.web.projects.services.rolling import project_roll_over
from jiping.web.review.models import DrawRecord
from jiping.web.runs.models import RunRecord
from jiping.web.site.demonstration import PASSWORD
from web.browser import SIZES, Visitor

PLACES = (
    ("zhangmin", "/todo/"),
    ("zhangmin", "/eval/"),
    ("zhangmin", "/eval/{filing}/"),
    ("zhangmin", "/eval/{filing}/report/"),
    ("zhangmin", "/eval/{filing}/diff/"),
    ("zhangmin", "/eval/{filing}/figures/"),
    ("zhangmin", "/runs/"),
    ("zhangmin", "/runs/{run}/"),
    ("zhangmin", "/runs/{run}/stop/"),
    ("zhangmin", "/runs/{run}/disputes/"),
    ("zhangmin", "/surveys/"),
    ("zhangmin", "/password/"),
    ("sysadmin", "/people/"),
    ("sysadmin", "/people/{person}/"),
    ("secadmin", "/people/{person}/"),
    ("sysadmin", "/people/import/"),
    ("sysadmin", "/second-factor/"),
    ("auditadmin", "/system/"),
    ("shenji", "/trail/"),
    ("zhoujianguo", "/review/?view=all"),
    ("zhoujianguo", "/review/{waiting}/"),
    ("caizheng", "/review/{waiting}/rescore/"),
    ("caizheng", "/audit-sample/"),
    ("caizheng", "/audit-sample/{draw}/"),
    ("caizheng", "/results/"),
    ("zhoujianguo", "/tasks/"),
    ("zhangmin", "/goals/"),
    ("zhangmin", "/goals/{project}/"),
    ("zhangmin", "/goals/{draft}/"),
    ("zhangmin", "/goals/{project}/monitor/"),
    ("zhangmin", "/funds/"),
    ("zhangmin", "/funds/{project}/"),
    ("liguoqiang", "/funds/payment/{payment}/"),
    ("zhangmin", "/funds/ledger/"),
    ("liguoqiang", "/funds/ledger/{ledger}/"),
)


def _places() -> dict[str, int]:
    """Return what the names in an address stand for."""
    return {
        "filing": FilingRecord.objects.order_by("pk")[0].pk,
        "waiting": FilingRecord.objects.filter(state=State.DEPARTMENT)[0].pk,
        "draw": DrawRecord.objects.latest("pk").pk,
        "person": AccountRecord.objects.get(username="zhangmin").pk,
        "project": ProjectRecord.objects.filter(state=ProjectState.APPROVED).earliest("pk").pk,
        "draft": _draft(),
        "payment": PaymentRecord.objects.latest("pk").pk,
        "ledger": LedgerRecord.objects.latest("pk").pk,
        "run": RunRecord.objects.latest("pk").pk,
    }


def _draft() -> int:
    """Return this year's project as it was taken over, still to be prepared."""
    former = ProjectRecord.objects.earliest("pk")
    found = ProjectRecord.objects.filter(rolled_from=former).first()
    clerk = AccountRecord.objects.get(username="zhangmin")
    return (found or project_roll_over(former=former, actor=clerk, at=former.saved_at)).pk


@pytest.mark.parametrize(("person", "place"), PLACES)
def test_a_page_is_sound_at_every_size(visitor: Visitor, person: str, place: str) -> None:
    visitor.log_in(person, PASSWORD)
    for width, height in SIZES:
        visitor.page.set_viewport_size({"width": width, "height": height})
        visitor.open(place.format(**_places()))
        assert visitor.serious_faults() == []
        wide = visitor.page.evaluate("document.documentElement.scrollWidth")
        assert wide <= width, f"{width} 宽时页面要横向滚动到 {wide}"
