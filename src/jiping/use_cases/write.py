"""Write a filing as the official document, in any format, whole or not at all."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path

from jiping.domain.document import Document
from jiping.domain.errors import JipingError
from jiping.domain.layout import Layout
from jiping.formats.registry import writable, writer_for
from jiping.layouts.draw.page import draw, layout_for
from jiping.scoring.complete import complete
from jiping.scoring.score import Evaluation
from jiping.use_cases.attached import attachment
from jiping.use_cases.file_name import file_name
from jiping.use_cases.output import put, refuse_input


def write_all(
    evaluations: Sequence[Evaluation],
    formats: Iterable[str],
    out: Path,
    layout: str | None = None,
    *,
    tell: Callable[[str], None] = lambda _: None,
    inputs: Sequence[Path] = (),
) -> tuple[Path, ...]:
    """Write every completed filing once per format into `out` and return the paths.

    A filing's documents are all drawn before the first of them is written, so a fault (a missing glyph, an unknown
    layout or format) leaves none of them half there. Files are numbered when there are several filings, so equal
    project names cannot collide. `tell` hears the project now being drawn. None of `inputs` is written over.
    """
    targets = paths(evaluations, formats, out)
    for path in chain.from_iterable(targets):
        refuse_input(path, inputs)
    written: list[Path] = []
    for evaluation, own in zip(evaluations, targets, strict=True):
        tell(evaluation.filing.label)
        page = document(evaluation, layout)
        ready = [(path, writer_for(path.suffix[1:])(page)) for path in own]
        written += [put(path, content) for path, content in ready]
    return tuple(written)


def paths(evaluations: Sequence[Evaluation], formats: Iterable[str], out: Path) -> tuple[tuple[Path, ...], ...]:
    """Return where each filing's documents go. Raises JipingError for a format that cannot be written."""
    wanted = tuple(dict.fromkeys(each.strip() for each in formats))
    for name in wanted:
        if name not in writable():
            raise JipingError(f"不能写成“{name}”。", remedy=f"能写的格式是：{'、'.join(writable())}。")
    stems = [_file_stem(evaluation) for evaluation in evaluations]
    if len(stems) > 1:
        stems = [f"{number:02d}-{stem}" for number, stem in enumerate(stems, start=1)]
    return tuple(tuple(out / f"{stem}.{name}" for name in wanted) for stem in stems)


def document(evaluation: Evaluation, layout: str | None = None) -> Document:
    """Return the official page of the completed filing, with the filing itself attached for machines."""
    filing = complete(evaluation)
    return replace(draw(filing, _layout(evaluation, layout), evaluation.grade), attachment=attachment(filing))


def _layout(evaluation: Evaluation, name: str | None) -> Layout:
    layouts = evaluation.pack.layouts
    if name is None:
        return layout_for(evaluation.filing, tuple(layouts.values()))
    if name not in layouts:
        raise JipingError(
            f"规则包里没有表样“{name}”。",
            remedy=f"可用的表样：{'、'.join(each.name for each in layouts.values() if each.parts)}。",
        )
    return layouts[name]


def _file_stem(evaluation: Evaluation) -> str:
    return file_name(evaluation.filing.project or "未写项目名称")
