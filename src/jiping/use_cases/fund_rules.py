"""What a pack says about spending: who approves how much, where money comes from, how a ledger names its columns."""

from dataclasses import dataclass

from jiping.domain.fen import FEN_PER_YUAN
from jiping.domain.money import YUAN_PER_WAN
from jiping.rulepack.pack import RulePack
from jiping.rulepack.table import number, texts


@dataclass(frozen=True, slots=True)
class Tier:
    """Payments of at most `most_fen` (None: any) need `approvals` different leaders, and with `minutes` a meeting's record."""

    name: str
    most_fen: int | None
    approvals: int
    minutes: bool


def tiers(pack: RulePack) -> tuple[Tier, ...]:
    """Return the tiers from the smallest amount up."""
    found = (
        Tier(
            str(row["name"]),
            None if row["up_to"] is None else int(number(row, "up_to") * YUAN_PER_WAN * FEN_PER_YUAN),
            int(number(row, "approvals")),
            bool(row["minutes"]),
        )
        for row in pack.table("payment_tiers")
    )
    return tuple(sorted(found, key=lambda tier: (tier.most_fen is None, tier.most_fen)))


def tier_of(pack: RulePack, fen: int) -> Tier:
    """Return the tier a payment of `fen` falls in; the bound itself belongs to the lower tier."""
    return next(tier for tier in tiers(pack) if tier.most_fen is None or fen <= tier.most_fen)


def sources(pack: RulePack) -> dict[str, bool]:
    """Return the sources of money in order; True for what is carried over from the year before."""
    return {str(row["source"]): bool(row["carried"]) for row in pack.table("fund_sources")}


def off_purpose(pack: RulePack, words: str) -> tuple[str, ...]:
    """Return the words in `words` that no project's money may be spent on."""
    return tuple(each for each in pack.words("off_purpose_words") if each in words)


def ledger_columns(pack: RulePack) -> dict[str, tuple[str, ...]]:
    """Return for each fact of a booking the headings it may stand under."""
    return {str(row["field"]): texts(row, "names") for row in pack.table("ledger_columns")}


def ledger_kinds(pack: RulePack) -> dict[str, str]:
    """Return for each word of the kind column whether it is an arrival or a payment."""
    return {name: str(row["kind"]) for row in pack.table("ledger_kinds") for name in texts(row, "names")}
