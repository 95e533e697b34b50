"""The OOXML package around the text: fixed members from the folder `package`, no clock, no random."""

import base64
import zipfile
from functools import cache
from io import BytesIO
from pathlib import Path

from lxml import etree

from jiping.domain.document import Attachment

FIXED = Path(__file__).parent / "package"
ATTACHMENT_MEMBER = "customXml/item1.xml"
ATTACHMENT_SPACE = "urn:jiping:attachment"

_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"


@cache
def fixed_member(name: str) -> bytes:
    """Return a fixed member of the package by its name in the zip."""
    return (FIXED / name).read_bytes()


def pack(body: bytes, title: str, attachment: Attachment | None) -> bytes:
    """Return the docx file whose main part is `body`; equal arguments give equal bytes."""
    members = {name: fixed_member(name) for name in _fixed_names()}
    members["word/document.xml"] = body
    members["docProps/core.xml"] = _core(title)
    members[ATTACHMENT_MEMBER] = _attachment_xml(attachment)
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in members.items():
            package.writestr(_member(name), content)
    return buffer.getvalue()


def unpack_attachment(root: etree._Element) -> Attachment:
    """Return the attachment a custom XML part of ours holds."""
    return Attachment(
        name=root.get("name", ""),
        media_type=root.get("type", ""),
        content=base64.b64decode(root.text or ""),
        description=root.get("description", ""),
    )


@cache
def _fixed_names() -> tuple[str, ...]:
    paths = sorted(path for path in FIXED.rglob("*") if path.is_file())
    return tuple(path.relative_to(FIXED).as_posix() for path in paths)


def _member(name: str) -> zipfile.ZipInfo:
    info = zipfile.ZipInfo(name, date_time=(1980, 1, 1, 0, 0, 0))
    info.compress_type = zipfile.ZIP_DEFLATED
    return info


def _core(title: str) -> bytes:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    etree.SubElement(root, f"{{{_DC}}}title").text = title
    etree.SubElement(root, f"{{{_DC}}}language").text = "zh-CN"
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _attachment_xml(attachment: Attachment | None) -> bytes:
    root = etree.Element(f"{{{ATTACHMENT_SPACE}}}attachment", nsmap={"a": ATTACHMENT_SPACE})
    if attachment is not None:
        root.set("name", attachment.name)
        root.set("type", attachment.media_type)
        root.set("description", attachment.description)
        root.text = base64.b64encode(attachment.content).decode("ascii")
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
