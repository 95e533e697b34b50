"""The sealed bundle: made for the auditor, proved without the database, broken by the smallest touch."""

import json
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.db import transaction
from typer.testing import CliRunner

from jiping.cli.main import app
from jiping.domain.errors import UnreadableFile
from jiping.use_cases.bundle.contents import CHAIN, EVENTS, MANIFEST, VERSIONS
from jiping.use_cases.bundle.verifying import Verdict, verify
from jiping.web.audit.services import event_append
from jiping.web.filings.models import FilingRecord
from web.conftest import NOW, browser_of
from web.publishing.handed_in import passed

Files = dict[str, bytes]


@pytest.fixture
def bundle(first: FilingRecord) -> Files:
    """The files of the first filing's bundle; between its own events lies one of somebody else."""
    with transaction.atomic():
        event_append(act="别的事", subject="别的单位", actor=None, at=NOW)
    answer = browser_of("shenji").get(f"/bundle/{passed(first).pk}.zip")
    assert answer.status_code == 200
    with zipfile.ZipFile(BytesIO(answer.content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Files, folder: Path) -> Path:
    path = folder / "封存包.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return path


def relisted(files: Files) -> Files:
    """Return the files with a manifest made anew, as somebody would who wants to deceive."""
    from hashlib import sha256

    manifest = json.loads(files[MANIFEST])
    manifest["files"] = {name: sha256(content).hexdigest() for name, content in files.items() if name != MANIFEST}
    return {**files, MANIFEST: json.dumps(manifest).encode()}


def changed(files: Files, name: str, change: Callable[[Any], None]) -> Files:
    data = json.loads(files[name])
    change(data)
    return {**files, name: json.dumps(data, ensure_ascii=False).encode()}


def judged(files: Files, folder: Path) -> Verdict:
    return verify(packed(files, folder))


def test_an_untouched_bundle_holds_and_scores_the_same(bundle: Files, tmp_path: Path) -> None:
    verdict = judged(bundle, tmp_path)
    assert verdict.broken == ()
    assert verdict.drifted == ()
    assert verdict.versions == 1
    assert verdict.events == 2


def test_what_others_did_in_between_is_proved_but_not_told(bundle: Files, tmp_path: Path) -> None:
    assert len(json.loads(bundle[CHAIN])["contents"]) > judged(bundle, tmp_path).events
    assert not any("别的".encode() in content for content in bundle.values())


def test_a_changed_file_is_named(bundle: Files, tmp_path: Path) -> None:
    files = {**bundle, "evidence.json": b"[1]\n"}
    assert "文件 evidence.json 的内容与清单不符" in judged(files, tmp_path).broken


def test_a_file_too_many_or_too_few_is_named(bundle: Files, tmp_path: Path) -> None:
    assert (
        "缺少文件 evidence.json"
        in judged({name: content for name, content in bundle.items() if name != "evidence.json"}, tmp_path).broken
    )
    assert "多出清单上没有的文件 更多.txt" in judged({**bundle, "更多.txt": b""}, tmp_path).broken


def test_changed_figures_break_the_seal_even_with_a_new_manifest(bundle: Files, tmp_path: Path) -> None:
    path = "versions/01.json"
    forged = relisted({**bundle, path: bundle[path].replace(b'"96%"', b'"98%"')})
    assert forged[path] != bundle[path]
    assert "第 1 版的内容与封存时的校验值不符" in judged(forged, tmp_path).broken


def test_a_version_sealed_anew_is_not_in_the_trail(bundle: Files, tmp_path: Path) -> None:
    def renamed(versions: Any) -> None:
        versions[0]["digest"] = "0" * 64

    assert "留痕里没有第 1 版的封存记录" in judged(relisted(changed(bundle, VERSIONS, renamed)), tmp_path).broken


def test_a_changed_event_breaks_the_chain(bundle: Files, tmp_path: Path) -> None:
    def other_actor(events: Any) -> None:
        events[-1]["actor"] = "别人"

    verdict = judged(relisted(changed(bundle, EVENTS, other_actor)), tmp_path)
    assert any("留痕与链上的校验值不符" in each for each in verdict.broken)


def test_a_link_left_out_breaks_the_chain(bundle: Files, tmp_path: Path) -> None:
    def shorter(chain: Any) -> None:
        del chain["contents"][1]

    assert "留痕链不连续" in judged(relisted(changed(bundle, CHAIN, shorter)), tmp_path).broken


def test_another_total_than_the_rules_give_is_drift_not_forgery(bundle: Files, tmp_path: Path) -> None:
    def raised(versions: Any) -> None:
        versions[0]["total"] = "100"

    verdict = judged(relisted(changed(bundle, VERSIONS, raised)), tmp_path)
    assert verdict.broken == ()
    assert any(each.startswith("第 1 版的得分由 100 变为") for each in verdict.drifted)


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"no zip at all"])
def test_what_is_no_bundle_is_refused(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "x.zip"
    path.write_bytes(content)
    with pytest.raises(UnreadableFile):
        verify(path)


@pytest.mark.parametrize("name", [MANIFEST, VERSIONS, EVENTS, CHAIN])
@pytest.mark.parametrize("content", [b"[]", b"{}", b"[1]", b"null", b"\xff"])
def test_a_mangled_file_is_a_sentence_never_a_trace(bundle: Files, tmp_path: Path, name: str, content: bytes) -> None:
    try:
        verdict = judged({**bundle, name: content}, tmp_path)
    except UnreadableFile:
        return
    assert verdict.broken


def test_only_the_auditor_gets_a_bundle(first: FilingRecord) -> None:
    record = passed(first)
    assert browser_of("caizheng").get(f"/bundle/{record.pk}.zip").status_code == 404


@pytest.mark.parametrize(("touched", "code", "said"), [(False, 0, "重算结果相同"), (True, 1, "被改动过")])
def test_the_command_tells_and_leaves_with_its_code(
    bundle: Files, tmp_path: Path, touched: bool, code: int, said: str
) -> None:
    files = {**bundle, "evidence.json": b"[]"} if touched else bundle
    answer = CliRunner().invoke(app, ["verify", str(packed(files, tmp_path))])
    assert answer.exit_code == code
    assert said in answer.output
