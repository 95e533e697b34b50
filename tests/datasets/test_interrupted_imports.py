"""An import that is killed leaves what was there; two that race leave one of both, whole."""

import subprocess
import sys
import time
from pathlib import Path

import pytest

from datasets.files import as_csv, imported
from jiping.datasets.store import Store
from jiping.datasets.workbench import Workbench

OLD = ("0", "手册", "2024-01-05", "5.00")
TESTS = Path(__file__).parents[1]


def running(folder: Path, source: Path) -> subprocess.Popen[bytes]:
    """Start an import in a process of its own."""
    program = f"from datasets.files import imported\nfrom pathlib import Path\nimported(Path({str(folder)!r}), {str(source)!r})"
    return subprocess.Popen(  # noqa: S603 - our own program
        [sys.executable, "-c", program], env={"PYTHONPATH": f"{TESTS}:{TESTS.parent / 'src'}"}
    )


@pytest.fixture
def large(tmp_path: Path) -> Path:
    return as_csv(tmp_path / "多.csv", [(str(n), "手册", "2024-01-05", "5.00") for n in range(1, 100_001)])


@pytest.mark.parametrize("seconds", [0.2, 0.8])
def test_killed_import_leaves_what_was_there(tmp_path: Path, large: Path, seconds: float) -> None:
    folder = tmp_path / "data"
    first = imported(folder, as_csv(tmp_path / "旧.csv", [OLD])).snapshot
    process = running(folder, large)
    while not any(folder.glob(".import-*")) and process.poll() is None:
        time.sleep(0.01)
    time.sleep(seconds)
    process.kill()
    process.wait()
    current = Store(folder).current()["arrivals"]
    Store(folder).path(current)
    assert current == first or current.rows == 100_000
    again = imported(folder, large).snapshot
    assert again is not None
    assert Store(folder).current()["arrivals"] == again
    assert not any(folder.glob(".import-*"))


@pytest.mark.parametrize("step", ["_cells", "judge", "write_good"])
def test_import_that_fails_midway_leaves_what_was_there(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str
) -> None:
    folder = tmp_path / "data"
    first = imported(folder, as_csv(tmp_path / "旧.csv", [OLD])).snapshot
    before = sorted(folder.rglob("*"))

    def fail(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch:
        patch.setattr(Workbench, step, fail)
        with pytest.raises(KeyboardInterrupt):
            imported(folder, as_csv(tmp_path / "新.csv", [("9", *OLD[1:])]))
    assert sorted(folder.rglob("*")) == before
    assert Store(folder).current()["arrivals"] == first


def test_racing_imports_leave_one_of_both_whole(tmp_path: Path) -> None:
    folder = tmp_path / "data"
    sources = [as_csv(tmp_path / f"{n}.csv", [(str(n), *OLD[1:])]) for n in range(2)]
    processes = [running(folder, source) for source in sources]
    assert [process.wait() for process in processes] == [0, 0]
    store = Store(folder)
    assert len(store.snapshots()) == 2
    assert store.current()["arrivals"] in store.snapshots()
    assert all(store.path(each).is_file() for each in store.snapshots())
