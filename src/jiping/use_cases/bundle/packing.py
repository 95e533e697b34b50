"""Write a bundle: equal contents give equal bytes, and the manifest names every file with its SHA-256."""

import json
import zipfile
from collections.abc import Iterator
from dataclasses import asdict
from hashlib import sha256
from io import BytesIO

from jiping.use_cases.bundle.contents import (
    CHAIN,
    EVENTS,
    EVIDENCE,
    MANIFEST,
    README,
    SCHEMA,
    VERSIONS,
    Bundle,
)

_DAY_ZERO = (1980, 1, 1, 0, 0, 0)
_README = """\
绩效自评封存包

项目：{project}
单位：{unit}
年度：{year}

manifest.json   清单：每个文件的 SHA-256
versions/       历次报送时封存的全文；versions.json 是当时的得分、等级、意见和规则版本
evidence.json   佐证目录
events.json     这份自评的全部留痕
chain.json      留痕链：从第一条到最后一条，其他事项只有校验值，没有内容

核对办法（不需要数据库，也不需要联网）：
    jiping verify 本文件.zip
再请留痕页的管理人读出第 {last} 条的校验值，应是：
    {end}
"""


def pack(bundle: Bundle) -> bytes:
    """Return the archive."""
    files = dict(_files(bundle))
    files[MANIFEST] = _json(_manifest(bundle, files))
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        for name in (MANIFEST, *(each for each in files if each != MANIFEST)):
            info = zipfile.ZipInfo(name, _DAY_ZERO)
            info.compress_type = zipfile.ZIP_DEFLATED
            archive.writestr(info, files[name])
    return packed.getvalue()


def _files(bundle: Bundle) -> Iterator[tuple[str, bytes]]:
    stretch = bundle.stretch
    last = stretch.first + len(stretch.contents) - 1
    told = {"project": bundle.project, "unit": bundle.unit, "year": bundle.year, "last": last, "end": stretch.end}
    yield README, _README.format(**told).encode()
    for each in bundle.versions:
        yield each.path, each.content.encode()
    yield VERSIONS, _json([{k: v for k, v in asdict(each).items() if k != "content"} for each in bundle.versions])
    yield EVIDENCE, _json(list(bundle.evidence))
    yield EVENTS, _json(list(bundle.events))
    yield CHAIN, _json(asdict(stretch))


def _manifest(bundle: Bundle, files: dict[str, bytes]) -> dict[str, object]:
    return {
        "schema": SCHEMA,
        "filing": bundle.filing,
        "project": bundle.project,
        "unit": bundle.unit,
        "year": bundle.year,
        "made_at": bundle.made_at,
        "files": {name: sha256(content).hexdigest() for name, content in files.items()},
    }


def _json(data: object) -> bytes:
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()
