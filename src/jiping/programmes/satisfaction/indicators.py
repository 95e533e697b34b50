"""What the answers prove: asked for each business in turn."""

from decimal import ROUND_HALF_UP, Decimal

from jiping.datasets.figure import Figure, Part, count, quotient
from jiping.datasets.programme import indicator
from jiping.datasets.question import Question, Tables
from jiping.domain.money import plain
from jiping.programmes.satisfaction.answers import counted, invitations, surveys
from jiping.programmes.satisfaction.sampling import Precision, interval, sample_size

_TABLES = ("survey_answers", "surveys")
_UNASKED = "没有调查，或有效答卷太少，说不出满意度"


def certainty(satisfied: int, answers: int, population: int | None, question: Question) -> str:
    """Return what stands behind a share: how many answered, and between which shares all who were served lie."""
    if population is None or population < answers:
        return f"（n={answers}）"
    places = Decimal(1).scaleb(-int(question.pack.thresholds["sv_places"]))
    level = plain(question.pack.thresholds["sv_confidence"] * 100)
    bounds = interval(satisfied, answers, population, question.pack.thresholds["sv_z"])
    low, high = ((each * 100).quantize(places, ROUND_HALF_UP) for each in bounds)
    return f"（n={answers}，{level}% 区间 {low}%–{high}%）"


@indicator("SV01", "%", _TABLES, note=certainty, places="sv_places", absent=_UNASKED)
def satisfied_share(tables: Tables, question: Question) -> Figure:
    """服务对象满意度（比例法）

    满意度一题答“非常满意”和“满意”的有效答卷数，除以有效答卷数；没有调查的没有满意度。
    """
    answers = counted(tables, question)
    population = Part(surveys(tables, question), "population")
    return Figure(Part(answers.filter(answers.satisfied)), Part(answers), population)


@indicator("SV02", "分", _TABLES, places="sv_places", absent=_UNASKED)
def weighted(tables: Tables, question: Question) -> Figure:
    """服务对象满意度（加权法）

    各份有效答卷按所选的选项折成分值，相加后除以有效答卷数，满分 100 分。
    """
    answers = counted(tables, question)
    return quotient(Part(answers, "points"), Part(answers))


@indicator("SV03", "%", (*_TABLES, "survey_invitations"), places="sv_places", absent=_UNASKED)
def response_rate(tables: Tables, question: Question) -> Figure:
    """问卷有效回收率

    有效答卷数除以发出的问卷数。
    """
    return quotient(Part(counted(tables, question)), Part(invitations(tables, question)))


@indicator("SV04", "份", _TABLES)
def answers_given(tables: Tables, question: Question) -> Figure:
    """有效答卷数

    满意度一题有回答、标为有效、在截止日期以前收回的答卷数。
    """
    return count(counted(tables, question))


@indicator("SV05", "%", _TABLES, places="sv_places", absent=_UNASKED)
def sample_reached(tables: Tables, question: Question) -> Figure:
    """样本量达标率

    有效答卷数，除以由服务对象人数按置信水平和允许误差算出的最少答卷数；达到 100% 才能代表全体。
    """
    asked = surveys(tables, question)
    needed = asked.mutate(needed=sample_size(asked.population, Precision.of(question.pack)))
    return quotient(Part(counted(tables, question)), Part(needed, "needed"))
