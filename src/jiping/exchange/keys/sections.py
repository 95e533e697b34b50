"""The keys of the narrative: what a section holds is spread over several mappings by the name of the section."""

from collections.abc import Mapping

from jiping.domain.filing import BoundNumber, Narrative, Section, SectionName
from jiping.domain.place import Place
from jiping.exchange.keys.place import PLACE
from jiping.exchange.record import REQUIRED, Key, Listing, Record, Shape
from jiping.exchange.scalar import TEXT, WHOLE

BOUND = Record(
    BoundNumber,
    (
        Key("fact", TEXT, "数据名称", REQUIRED),
        Key("text", TEXT, "绑定时的文字", REQUIRED),
        Key("start", WHOLE, "绑定时在文中的位置，从 0 数起", REQUIRED),
    ),
)

SECTIONS: Mapping[SectionName, str] = {
    SectionName.OVERVIEW: "项目概况",
    SectionName.EVALUATION: "评价情况",
    SectionName.PERFORMANCE: "项目绩效",
    SectionName.PROBLEMS: "存在问题",
    SectionName.MEASURES: "整改措施",
}


def _by_section(shape: Shape, what: str, silent: object = None) -> Record:
    return Record(
        dict, tuple(Key(name.value, shape, f"{label}{what}", silent) for name, label in SECTIONS.items()), dict
    )


TEXTS = _by_section(TEXT, "的正文")
HEADINGS = _by_section(TEXT, "的标题")
BOUND_NUMBERS = _by_section(Listing(BOUND), "中与数据绑定的数字", ())
PLACES = _by_section(PLACE, "在原文件中的位置")


def spread(narrative: Narrative) -> dict[str, object]:
    """Return the mappings of a narrative; a section that is not there is silent in each."""
    present = dict(narrative.sections())
    return {
        "narrative": {name: _of(present.get(name), "text") for name in SectionName},
        "headings": {name: _of(present.get(name), "heading") for name in SectionName},
        "bound": {name: _of(present.get(name), "bound") or () for name in SectionName},
        "section_places": {name: _of(present.get(name), "place") for name in SectionName},
    }


def gathered(
    narrative: Mapping[str, str | None],
    headings: Mapping[str, str | None],
    bound: Mapping[str, tuple[BoundNumber, ...]],
    section_places: Mapping[str, Place | None],
) -> Narrative:
    """Return the narrative its mappings were spread from; there is a section wherever there is a text."""
    sections = {
        name: Section(headings.get(name) or "", text, bound.get(name, ()), section_places.get(name))
        for name, text in narrative.items()
        if text is not None
    }
    return Narrative(**sections)


def _of(section: Section | None, field: str) -> object:
    return None if section is None else getattr(section, field)
