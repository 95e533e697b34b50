"""Read a bundle of unknown origin: bounded, and refused in one sentence when it is none."""

import json
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Any

from jiping.domain.disk import reason
from jiping.domain.errors import UnreadableFile
from jiping.domain.place import Place
from jiping.use_cases.bundle.contents import MANIFEST, SCHEMA

_MOST_BYTES = 256 * 1024 * 1024
_MOST_FILES = 1000
_REMEDY = "请用留痕页导出的原始文件，不要解压后重新打包。"


def open_bundle(path: Path) -> dict[str, bytes]:
    """Return the files of the archive by name. Raises UnreadableFile for anything that is no bundle."""
    try:
        data = path.read_bytes()
        with zipfile.ZipFile(BytesIO(data)) as archive:
            listed = archive.infolist()
            if len(listed) > _MOST_FILES or sum(each.file_size for each in listed) > _MOST_BYTES:
                raise UnreadableFile("文件太大，不是封存包。", remedy=_REMEDY, place=Place(path.name))
            names = [each.filename for each in listed]
            if len(set(names)) != len(names):
                raise UnreadableFile("封存包里有两个同名的文件。", remedy=_REMEDY, place=Place(path.name))
            files = {each: archive.read(each) for each in names}
    except OSError as fault:
        raise UnreadableFile(
            f"打不开文件：{reason(fault)}。", remedy="请核对文件的位置。", place=Place(str(path))
        ) from fault
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError) as fault:
        raise UnreadableFile("文件已损坏，或不是封存包。", remedy=_REMEDY, place=Place(path.name)) from fault
    manifest = parsed(files, MANIFEST, path.name)
    if not isinstance(manifest, dict) or manifest.get("schema") != SCHEMA:
        raise UnreadableFile("这个压缩包不是封存包。", remedy=_REMEDY, place=Place(path.name))
    return files


def parsed(files: dict[str, bytes], name: str, shown: str) -> Any:
    """Return the JSON in a file of the bundle. Raises UnreadableFile when it is missing or none."""
    try:
        return json.loads(files[name])
    except (KeyError, ValueError, RecursionError) as fault:
        raise UnreadableFile(f"封存包里的 {name} 缺失或已损坏。", remedy=_REMEDY, place=Place(shown)) from fault
