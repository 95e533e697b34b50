"""Paths become files: folders walked, archives entered, nothing hidden read, nothing left out unsaid."""

import zipfile
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest

from jiping.batch import archive
from jiping.batch.sources import Source, content, is_many, list_sources
from jiping.domain.errors import JipingError, UnreadableFile


def zipped(members: Mapping[str, bytes]) -> bytes:
    buffer = BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as file:
        for name, data in members.items():
            file.writestr(name, data)
    return buffer.getvalue()


def in_old_coding(members: Mapping[str, bytes]) -> bytes:
    """Return an archive as Chinese Windows writes it: names in GB18030, not marked as anything else."""
    stand_ins = {f"{number:0{len(name.encode('gb18030'))}d}": name for number, name in enumerate(members)}
    data = zipped({stand_in: members[name] for stand_in, name in stand_ins.items()})
    for stand_in, name in stand_ins.items():
        data = data.replace(stand_in.encode(), name.encode("gb18030"))
    return data


def names(*paths: Path) -> list[str]:
    return [source.name for source in list_sources(paths).sources]


def test_a_folder_gives_its_files_in_order_and_tells_what_it_passed_over(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    (folder / "乙").mkdir(parents=True)
    for name in ("乙/2.docx", "乙/1.docx", "甲.pdf", "~$甲.docx", ".隐藏.docx", "照片.JPG", "说明"):
        (folder / name).write_bytes(b"x")
    listing = list_sources([folder])
    assert [source.name for source in listing.sources] == ["报送/乙/1.docx", "报送/乙/2.docx", "报送/甲.pdf"]
    assert listing.skipped == {
        "Office 打开文件时留下的锁文件": 1,
        "隐藏文件": 1,
        ".jpg 文件": 1,
        "没有扩展名的文件": 1,
    }


def test_a_file_named_by_a_person_is_never_passed_over(tmp_path: Path) -> None:
    (tmp_path / ".草稿.odt").write_bytes(b"x")
    assert names(tmp_path / ".草稿.odt") == [".草稿.odt"]


def test_a_file_meant_twice_is_read_once(tmp_path: Path) -> None:
    (tmp_path / "甲.docx").write_bytes(b"x")
    assert names(tmp_path, tmp_path / "甲.docx") == [f"{tmp_path.name}/甲.docx"]


def test_a_path_that_is_not_there_is_a_mistake_in_typing(tmp_path: Path) -> None:
    with pytest.raises(JipingError, match="没有名为"):
        list_sources([tmp_path / "无.docx"])


def test_a_link_to_a_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "报送"
    folder.mkdir()
    (folder / "圈").symlink_to(folder)
    (folder / "断.docx").symlink_to(tmp_path / "无")
    listing = list_sources([folder])
    assert listing.sources == ()
    assert listing.skipped == {"指向别处的文件夹链接": 1, "断了的链接或设备": 1}


def test_members_of_an_archive_are_named_by_their_way_and_read(tmp_path: Path) -> None:
    inner = zipped({"里.docx": b"inner"})
    path = tmp_path / "归档.zip"
    path.write_bytes(
        zipped({"目录/文件.docx": b"outer", "套.zip": inner, "__MACOSX/._文件.docx": b"", "目录/~$文件.docx": b""})
    )
    sources = list_sources([path]).sources
    assert {source.name: content(source) for source in sources} == {
        "归档.zip/套.zip/里.docx": b"inner",
        "归档.zip/目录/文件.docx": b"outer",
    }


@pytest.mark.parametrize("pack", [zipped, in_old_coding], ids=["UTF-8", "GB18030"])
def test_chinese_member_names_are_read_in_either_coding(pack: type, tmp_path: Path) -> None:
    members = {"如皋市/自评表一.docx": b"1", "如皋市/誠信.docx": b"2"}
    path = tmp_path / "归档.zip"
    path.write_bytes(pack(members))
    assert {name.removeprefix("归档.zip/") for name in names(path)} == set(members)
    assert sorted(content(source) for source in list_sources([path]).sources) == [b"1", b"2"]


@pytest.mark.filterwarnings("ignore:Duplicate name")
def test_members_of_one_name_are_kept_apart(tmp_path: Path) -> None:
    path = tmp_path / "归档.zip"
    with zipfile.ZipFile(path, "w") as file:
        file.writestr("甲.docx", b"1")
        file.writestr("甲.docx", b"2")
    assert [content(source) for source in list_sources([path]).sources] == [b"1", b"2"]


def test_control_characters_in_names_never_reach_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "归档.zip"
    path.write_bytes(zipped({"甲\x1b[2J.docx": b"1"}))
    assert names(path) == ["归档.zip/甲□[2J.docx"]


def locked(data: bytes) -> bytes:
    """Return the archive with its members marked as encrypted."""
    marked = bytearray(data)
    for sign, flags in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        at = marked.find(sign)
        while at >= 0:
            marked[at + flags] |= 1
            at = marked.find(sign, at + 1)
    return bytes(marked)


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"PK\x03\x04 not an archive", "损坏"),
        (locked(zipped({"甲.docx": b"1"})), "加了密码"),
        (zipped({f"{number}.docx": bytes(30_000_000) for number in range(3)}), "大得不正常"),
    ],
    ids=["damaged", "locked", "bomb"],
)
def test_an_archive_that_cannot_be_opened_stands_for_itself_and_tells_why(
    data: bytes, why: str, tmp_path: Path
) -> None:
    path = tmp_path / "归档.zip"
    path.write_bytes(data)
    (source,) = list_sources([path]).sources
    assert source == Source("归档.zip", path)
    with pytest.raises(UnreadableFile, match=why):
        content(source)


def test_archives_are_entered_once_nested_and_no_deeper(tmp_path: Path) -> None:
    path = tmp_path / "归档.zip"
    path.write_bytes(zipped({"二.zip": zipped({"三.zip": zipped({"甲.docx": b"1"})})}))
    (source,) = list_sources([path]).sources
    assert source.name == "归档.zip/二.zip/三.zip"
    with pytest.raises(UnreadableFile, match="三层"):
        content(source)


def test_too_many_members_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MAX_MEMBERS", 2)
    path = tmp_path / "归档.zip"
    path.write_bytes(zipped({f"{number}.docx": b"1" for number in range(3)}))
    with pytest.raises(UnreadableFile, match="不正常"):
        content(list_sources([path]).sources[0])


@pytest.mark.parametrize("data", [b"", bytes(3_000_000)], ids=["empty", "bomb"])
def test_a_bad_member_costs_only_itself(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "归档.zip"
    path.write_bytes(zipped({"坏.docx": data, "好.docx": b"1"}))
    bad, good = list_sources([path]).sources
    assert content(good) == b"1"
    with pytest.raises(UnreadableFile):
        content(bad)


def test_one_plain_file_is_not_many(tmp_path: Path) -> None:
    assert not is_many([tmp_path / "甲.docx"])
    assert is_many([tmp_path])
    assert is_many([tmp_path / "甲.ZIP"])
    assert is_many([tmp_path / "甲.docx", tmp_path / "乙.docx"])
