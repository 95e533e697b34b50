"""A scanned page made ready for recognition: seals removed, set straight, its ruled lines found and wiped off."""

from statistics import median
from typing import Any

import cv2
import numpy as np
from numpy.typing import NDArray

from jiping.formats.ruled.marks import Stroke

Gray = NDArray[np.uint8]

WHITE = 255
REDNESS = 30
DARK = 130
STEEPEST_DEGREES = 8.0
STRAIGHT_DEGREES = 0.05
_SHORTEST_RULE = 1 / 40
_LONG_RULE = 1 / 5
_GAP_PIXELS = 3


def without_seals(picture: NDArray[Any]) -> Gray:
    """Return a picture (rows × columns × blue, green, red) in shades of gray, its red ink white; what is dark stays."""
    blue, green, red = (picture[:, :, channel].astype(np.int16) for channel in range(3))
    gray = np.asarray(picture.max(axis=2), dtype=np.uint8)
    is_seal = (red - np.maximum(blue, green) > REDNESS) & (red > DARK)
    around = np.asarray(cv2.dilate(is_seal.astype(np.uint8), np.ones((3, 3), np.uint8)), np.uint8) > 0
    gray[around & (gray > DARK)] = WHITE
    return gray


def straightened(gray: Gray) -> Gray:
    """Return the picture turned so that its long rules are level; one that has none stays as it is."""
    degrees = _tilt(gray)
    if not STRAIGHT_DEGREES < abs(degrees) < STEEPEST_DEGREES:
        return gray
    height, width = gray.shape
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1)
    return np.asarray(cv2.warpAffine(gray, turn, (width, height), flags=cv2.INTER_CUBIC, borderValue=WHITE), np.uint8)


def rules_and_rest(gray: Gray) -> tuple[list[Stroke], Gray]:
    """Return the level and upright rules in pixels, and the picture without them."""
    ink = _ink(gray)
    height, width = gray.shape
    level = _opened(ink, int(width * _SHORTEST_RULE), 1)
    upright = _opened(ink, 1, int(height * _SHORTEST_RULE))
    rules = cv2.dilate(level | upright, np.ones((3, 3), np.uint8))
    rest = gray.copy()
    rest[rules > 0] = WHITE
    return [*_strokes(level, is_level=True), *_strokes(upright, is_level=False)], rest


def _tilt(gray: Gray) -> float:
    width = gray.shape[1]
    found = cv2.HoughLinesP(
        _ink(gray), 1, np.pi / 3600, 200, minLineLength=int(width * _LONG_RULE), maxLineGap=2 * _GAP_PIXELS
    )
    lines = [] if found is None else found.reshape(-1, 4).tolist()
    angles = [float(np.degrees(np.arctan2(y1 - y0, x1 - x0))) for x0, y0, x1, y1 in lines]
    return median([angle for angle in angles if abs(angle) < STEEPEST_DEGREES] or [0.0])


def _ink(gray: Gray) -> Gray:
    """Return 255 where the page is dark against its surroundings."""
    found = cv2.adaptiveThreshold(gray, WHITE, cv2.ADAPTIVE_THRESH_MEAN_C, cv2.THRESH_BINARY_INV, 31, 12)
    return np.asarray(found, np.uint8)


def _opened(ink: Gray, width: int, height: int) -> Gray:
    """Return the ink that forms strokes at least so wide and high, small gaps closed."""
    bridge = np.ones((_GAP_PIXELS if height > 1 else 1, _GAP_PIXELS if width > 1 else 1), np.uint8)
    closed = cv2.morphologyEx(ink, cv2.MORPH_CLOSE, bridge)
    return np.asarray(
        cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((max(1, height), max(1, width)), np.uint8)), np.uint8
    )


def _strokes(rules: Gray, *, is_level: bool) -> list[Stroke]:
    strokes = []
    for contour in cv2.findContours(rules, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)[0]:
        x, y, width, height = cv2.boundingRect(contour)
        if is_level and width > height:
            strokes.append(Stroke(x, y + height / 2, x + width, y + height / 2))
        elif not is_level and height > width:
            strokes.append(Stroke(x + width / 2, y, x + width / 2, y + height))
    return strokes
