"""Which part each candidate plays: the planted cases first, then the cohorts of each year, then those who stayed."""

from collections.abc import Iterator
from itertools import accumulate

from jiping.synthetic.county import FULL_SIZE, County
from jiping.synthetic.transfer_cases import CASES, EACH

_DUE = 4_542  # persons due a subsidy for the year before the county's, in a county of full size
_RENEWING = 1_742  # of them for the second time
_OTHERS = {"lapsed": 758, "paid_up": 2_600, "too_late": 500, "this_year": 2_300}
_EXTENDING = 69  # persons with an allowance; over three years they paid 2,017 months
_ALL_MONTHS, _MOST, _LESS = 30, 36, 24  # how many pay every month, and the months of those and of the rest
_COHORTS = """
    ('new', 0, 7, 24), ('renewing', -12, 7, 24), ('lapsed', -12, 7, 0), ('paid_up', -24, 7, 24), ('too_late', 8, 4, 24),
    ('this_year', 12, 7, 24)
"""  # part, first month and how many later ones to begin in (0 is January of the contribution year), month of the end
_HAD = "('renewing', 'new', 1, 0), ('lapsed', 'new', 1, 0), ('paid_up', 'new', 2, 0), ('paid_up', 'renewal', 1, 0)"

_IN_ORDER = sorted(CASES, key=lambda case: case.old)  # the young first: they are laid out by place
_PLANTED = EACH * sum(not case.old for case in CASES)


def movers(county: County) -> Iterator[str]:
    """Yield the statements for the temporary tables below, all about the contribution year before the county's.

    `planted_movers`: status on the roll of the planted ones. `had`: which kinds each part got how many years back.
    `movers`: person, part, `due` (the subsidy laid out for him), `extended` (months of allowance), `nth` of his part.
    `paying`: person, identity, month of each contribution, and how it was paid.
    """
    yield _cases()
    yield _had()
    yield _parts(county)
    yield _paying(county.year - 1)


def _cases() -> str:
    rows = ", ".join(
        f"({n}, '{c.name}', {_text(c.due)}, '{c.status}', {c.paid}, '{c.place}')" for n, c in enumerate(_IN_ORDER)
    )
    return f"CREATE TEMP TABLE planted_movers AS FROM (VALUES {rows}) AS cases(number, part, due, status, paid, insured_place)"


def _had() -> str:
    """Tell what each part got before; a second payment of the same is made a year later."""
    rows = ", ".join(
        f"('{c.name}', '{kind}', {back}, {c.earlier[:n].count((kind, back))})"
        for c in CASES
        for n, (kind, back) in enumerate(c.earlier)
    )
    return f"CREATE TEMP TABLE had AS FROM (VALUES {rows}, {_HAD}) AS had(part, kind, back, later)"


def _parts(county: County) -> str:
    planted = sum(EACH for each in CASES if each.due)
    due = max(planted, county.persons * _DUE // FULL_SIZE)
    renewing = min(county.persons * _RENEWING // FULL_SIZE, due - planted)
    others = {name: county.persons * size // FULL_SIZE for name, size in _OTHERS.items()}
    sizes = {"new": due - planted - renewing, "renewing": renewing, **others}
    ends = accumulate(sizes.values(), initial=_PLANTED)
    next(ends)
    cohorts = " ".join(f"WHEN place < {end} THEN '{name}'" for name, end in zip(sizes, ends, strict=True))
    extending, year = county.persons * _EXTENDING // FULL_SIZE, county.year
    every = county.persons * _ALL_MONTHS // FULL_SIZE
    return f"""
    CREATE TEMP TABLE movers AS
    WITH candidates AS (
        SELECT person, CASE WHEN birth_date < if(male, DATE '{year - 63}-01-01', DATE '{year - 58}-01-01') THEN 'old'
            WHEN birth_date >= if(male, DATE '{year - 59}-01-01', DATE '{year - 54}-01-01') THEN 'young' END AS age
        FROM population WHERE part = 'candidate'
    ), ranked AS (
        SELECT person, age, row_number() OVER (PARTITION BY age ORDER BY person) - 1 AS place FROM candidates
    ), parted AS (
        SELECT person, place, CASE
            WHEN age = 'old' AND place < {extending} THEN 'extending'
            WHEN age = 'old' AND place < {extending + EACH} THEN 'elder'
            WHEN age = 'old' THEN 'pensioner'
            WHEN age IS NULL THEN 'stayed'
            WHEN place < {_PLANTED} THEN (SELECT part FROM planted_movers WHERE number = place // {EACH})
            {cohorts} ELSE 'stayed' END AS part
        FROM ranked
    )
    SELECT person, place, part, CASE part WHEN 'new' THEN 'new' WHEN 'renewing' THEN 'renewal' ELSE due END AS due,
        CASE WHEN place < {every} THEN {_MOST} WHEN place = {every} THEN {_LESS + 1} ELSE {_LESS} END AS extended,
        row_number() OVER (PARTITION BY part ORDER BY person) AS nth
    FROM parted LEFT JOIN planted_movers USING (part)
    """


def _paying(year: int) -> str:
    spans = ", ".join(
        f"('{c.name}', {s.first}, {s.count}, '{s.identity}', {s.back}, {s.refunded}, {_number(s.late and s.late[0])}, {_number(s.late and s.late[1])})"
        for c in CASES
        for s in c.spans
    )
    return f"""
    CREATE TEMP TABLE paying AS
    WITH spans AS (
        FROM (VALUES {spans}) AS spans(part, first, months, identity, back, refunded, late_month, late_day)
    ), cohorts AS (FROM (VALUES {_COHORTS}) AS cohorts(part, earliest, choices, until)
    ), paid AS (
        SELECT person, first, months, identity, back, refunded, late_month, late_day FROM movers JOIN spans USING (part)
        UNION ALL
        SELECT person, first, until - first, 'flexible', FALSE, FALSE, NULL, NULL
        FROM (SELECT *, earliest + draw(person, 'first month') % choices AS first FROM movers JOIN cohorts USING (part))
        UNION ALL
        SELECT person, if(extended = {_LESS}, -12, -24), if(extended = {_LESS}, 24, 36), 'flexible', FALSE, FALSE, NULL, NULL
        FROM movers WHERE part = 'extending'
    )
    SELECT person, identity, back, refunded, late_month, late_day, m = first + months - 1 AS is_last,
        (DATE '{year}-01-01' + to_months(m::INTEGER))::DATE AS month
    FROM (SELECT *, unnest(range(first, first + months)) AS m FROM paid)
    """


def _text(word: str | None) -> str:
    return "NULL" if word is None else f"'{word}'"


def _number(value: int | None) -> str:
    return "NULL" if value is None else str(value)
