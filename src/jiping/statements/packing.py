"""Flate, as fast as this machine has it: ISA-L packs a page three times as fast as zlib, and as small."""

import zlib
from typing import Final

try:
    from isal import isal_zlib

    packed = isal_zlib.compress
    THOROUGH = 3
except ImportError:  # no wheel for this machine
    packed = zlib.compress
    THOROUGH = 6

LEVEL: Final = 1
"""For pages; `THOROUGH` is for what every file of a run has once."""
