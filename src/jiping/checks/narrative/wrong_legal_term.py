"""NA07."""

from collections.abc import Iterator

from jiping.checks.check import Objection, check
from jiping.checks.phrasebook import phrasebook
from jiping.domain.finding import Severity
from jiping.scoring.score import Evaluation


@check(code="NA07", severity=Severity.WARN)
def wrong_legal_term(evaluation: Evaluation) -> Iterator[Objection]:
    """法定名称应当写对。

    为何：法律法规中的名称有确定含义，写错会被理解为另一件事。
    反例：社会保障个人权益记录。
    正例：社会保险个人权益记录。
    """
    filing, book = evaluation.filing, phrasebook(evaluation.pack, "wrong_terms")
    found = [(section.heading, words, row, section.place) for section, words, row in book.occurrences(evaluation)]
    names = "\n".join([each.level3 for each in filing.rows])
    if book.pattern.search(names):
        found += [(each.level3, *hit, each.place) for each in filing.rows for hit in book.hits(each.level3)]
    said: set[str] = set()
    for where, words, row, place in found:
        if words not in said:
            said.add(words)
            places = dict.fromkeys(place for place, other, *_ in found if other == words)
            yield Objection(
                where=where,
                message=f"“{words}”应为“{row['right']}”，见于{'、'.join(f'“{each}”' for each in places)}。",
                remedy=f"请改为“{row['right']}”。",
                place=place,
            )
