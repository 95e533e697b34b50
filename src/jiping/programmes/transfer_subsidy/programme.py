"""居保转企保参保补助: who is due the subsidy, what is paid, owed back and to be expected."""

from jiping.datasets.decision import Decisions
from jiping.datasets.programme import Programme
from jiping.programmes.transfer_subsidy.entitlements import ENTITLEMENTS
from jiping.programmes.transfer_subsidy.payable import PAYABLE
from jiping.programmes.transfer_subsidy.people import TABLES, people

PROGRAMME = Programme(
    name="transfer_subsidy",
    title="居保转企保参保补助",
    description="城乡居民养老保险缴费人员首次以灵活就业身份参加企业职工养老保险，缴满月数的发给新增、续保补助；到龄延长缴费的发给生活费。",
    tables=(*TABLES, "extension_allowances"),
    decisions=Decisions(
        TABLES, people, ENTITLEMENTS, "ts_fact_headings", "ts_choice_words", watched=("account", "bank")
    ),
    payable=PAYABLE,
)
