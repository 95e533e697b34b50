"""The two fonts statements are set in, and cutting them to the characters used."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import uharfbuzz as hb

FONTS = Path(str(files("jiping"))) / "formats" / "pdf" / "fonts"
_KEPT = {"glyf", "head", "hhea", "hmtx", "loca", "maxp"}  # all a CIDFontType2 needs (ISO 32000-1, 9.9, table 126)


@dataclass(frozen=True, slots=True)
class Face:
    """A font file, made ready for many cuts."""

    name: str
    face: Any
    ready: Any
    points: frozenset[int]
    measured: Any

    def advance(self, point: int) -> int:
        """Return the width of a character in thousandths of the size."""
        glyph = self.measured.get_nominal_glyph(point)
        return int(self.measured.get_glyph_h_advance(glyph) * 1000 // self.face.upem)


@dataclass(frozen=True, slots=True)
class Cut:
    """A font program of the characters asked for, and each one's glyph in it."""

    program: bytes
    glyphs: dict[int, int]


@cache
def main_face() -> Face:
    """Noto Serif SC: everything the Table of General Standard Characters has."""
    return _open("NotoSerifSC-Regular")


@cache
def rare_face() -> Face:
    """HanaMinB: the rest of GB 18030-2022."""
    return _open("HanaMinB")


def _open(name: str) -> Face:
    face = hb.Face(hb.Blob.from_file_path(str(FONTS / f"{name}.ttf")))
    return Face(name, face, hb.subset_preprocess(face), frozenset(face.unicodes), hb.Font(face))


def cut(face: Face, points: list[int]) -> Cut:
    """Return the font with the glyphs of these characters only; two characters may share a glyph."""
    wanted = hb.SubsetInput()
    wanted.unicode_set.update(points)
    wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NO_LAYOUT_CLOSURE
    wanted.drop_table_tag_set.update(int.from_bytes(tag.encode(), "big") for tag in set(face.face.table_tags) - _KEPT)
    plan = hb.SubsetPlan(face.ready, wanted)
    kept = plan.old_to_new_glyph_mapping
    source = plan.unicode_to_old_glyph_mapping
    return Cut(bytes(plan.execute().blob.data), {point: kept[source[point]] for point in points})
