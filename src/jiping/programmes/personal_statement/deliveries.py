"""What became of the statements: printed, sent, come back, sent again, looked at, disputed."""

import ibis
from ibis.expr.types import Table

from jiping.datasets.question import Question, Tables
from jiping.programmes.personal_statement.business_year import of_business_year
from jiping.programmes.personal_statement.who_is_due import due


def of_the_project(tables: Tables, question: Question) -> Table:
    """Return the deliveries of the statements the project year is about; what happened after it is not known yet."""
    about = of_business_year(question)
    return tables["deliveries"].filter(ibis._.year == about.period.year)


def due_with_dates(tables: Tables, question: Question) -> Table:
    """Return who must be sent a printed statement, with `printed_on` and `sent_on`: the first of each, missing if none.

    A second copy of a person's statement is no second statement.
    """
    about = of_business_year(question)
    happened = of_the_project(tables, question)
    first = happened.group_by("person").aggregate(
        printed_on=happened.printed_on.min(), sent_on=happened.posted_on.min()
    )
    return due(tables, about).left_join(first, "person").drop("person_right")


def posted(tables: Tables, question: Question) -> Table:
    """Return what the post was given by the end of the project year; `came_back` and `sent_again` say what followed."""
    last = question.period.last
    given = of_the_project(tables, question).filter(ibis._.channel == "post", ibis._.posted_on <= last)
    came_back = (ibis._.returned_on <= last).fill_null(False)
    return given.mutate(came_back=came_back, sent_again=(ibis._.resent_on <= last).fill_null(False))


def checked(tables: Tables, question: Question) -> Table:
    """Return the statements somebody looked at closely, each once, and whether it was `wrong`.

    Looked at are those drawn as samples and those a person disputed; a dispute that is still open, or was not upheld,
    finds nothing wrong.
    """
    last = question.period.last
    about = of_the_project(tables, question)
    sampled = tables["statement_checks"].filter(ibis._.checked_on <= last).select("statement_number", "wrong")
    disputed = about.filter(about.objection_on <= last).select("statement_number", wrong=about.upheld.fill_null(False))
    looked_at = sampled.union(disputed).semi_join(about, "statement_number")
    return looked_at.group_by("statement_number").aggregate(wrong=looked_at.wrong.any())
