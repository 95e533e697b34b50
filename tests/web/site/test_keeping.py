"""Keeping a site: found it, look at it, back it up, bring it back; each in one command that says what to do next."""

import sqlite3
import zipfile
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from postgresql import MISSING, MUST, NoServer, server
from web.site.programs import ADMINISTRATORS, founded, jiping


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A fresh site with a file somebody handed in and a table somebody imported."""
    folder = tmp_path_factory.mktemp("kept") / "site"
    founded(folder)
    for name in ("files/证据/一.pdf", "data/人员.parquet"):
        (folder / name).parent.mkdir(parents=True)
        (folder / name).write_bytes(name.encode())
    return folder


@pytest.fixture(scope="module")
def archive(site: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("backups")
    done = jiping("backup", "--config", site / "config.toml", "--to", to)
    assert done.returncode == 0, done.stderr
    (made,) = to.iterdir()
    return made


def asked(database: Path, sql: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(database)) as connection:
        return connection.execute(sql).fetchall()


def test_a_new_site_has_three_administrators_and_nothing_else(site: Path) -> None:
    rows = asked(site / "jiping.sqlite3", "SELECT username, role, must_change_password FROM accounts_accountrecord")
    assert rows == [("sys1", "system_admin", 1), ("sec1", "security_admin", 1), ("aud1", "audit_admin", 1)]
    assert asked(site / "jiping.sqlite3", "SELECT count(*) FROM filings_filingrecord") == [(0,)]
    for name in ("config.toml", "secret.key", "field.keys", "jiping.sqlite3"):
        assert (site / name).stat().st_mode & 0o077 == 0, name


@pytest.mark.parametrize(
    ("typed", "told"),
    [
        ("sys1,甲,Abcdef-2345-x\n", "管理员没有给全"),
        (ADMINISTRATORS.replace("Abcdef-2345-y", "short"), "至少要 10 位"),
        (ADMINISTRATORS.replace("sec1", "sys1"), "已"),
    ],
)
def test_a_slip_at_the_founding_leaves_nothing_and_it_can_be_run_again(tmp_path: Path, typed: str, told: str) -> None:
    done = jiping("init", tmp_path / "site", "--unit", "甲局", typed=typed)
    assert done.returncode == 2
    assert told in done.stderr
    assert "Traceback" not in done.stderr
    again = jiping("init", tmp_path / "site", "--unit", "甲局", typed=ADMINISTRATORS)
    assert again.returncode == 0
    assert "接下来" in again.stdout


def test_a_site_is_founded_once(site: Path) -> None:
    done = jiping("init", site, "--unit", "乙局", typed=ADMINISTRATORS)
    assert done.returncode == 2
    assert "已经建好" in done.stderr


def test_the_doctor_names_what_is_not_well_with_its_remedy(tmp_path: Path) -> None:
    config = founded(tmp_path / "site")
    first = jiping("doctor", "--config", config)
    assert first.returncode == 1
    assert "从来没有备份过" in first.stdout
    assert jiping("backup", "--config", config).returncode == 0
    assert jiping("doctor", "--config", config).returncode == 0
    (tmp_path / "site" / "secret.key").chmod(0o644)
    open_key = jiping("doctor", "--config", config)
    assert open_key.returncode == 1
    assert "chmod 600" in open_key.stdout
    (tmp_path / "site" / "field.keys").unlink()
    lost = jiping("doctor", "--config", config)
    assert lost.returncode == 2
    assert "请从备份恢复这个文件" in lost.stdout


def test_the_doctor_finds_a_torn_database_and_a_touched_trail(site: Path, tmp_path: Path, archive: Path) -> None:
    copy = tmp_path / "site"
    assert jiping("restore", archive, "--to", copy).returncode == 0
    with closing(sqlite3.connect(copy / "jiping.sqlite3")) as connection:
        connection.execute("DROP TRIGGER audit_eventrecord_no_UPDATE")
        connection.execute("UPDATE audit_eventrecord SET actor = '无名' WHERE number = 1")
        connection.commit()
    done = jiping("doctor", "--config", copy / "config.toml")
    assert done.returncode == 2
    assert "第 1 条起不连续" in done.stdout


def test_a_backup_brings_back_database_files_data_settings_and_keys(site: Path, archive: Path, tmp_path: Path) -> None:
    back = tmp_path / "back"
    done = jiping("restore", archive, "--to", back)
    assert done.returncode == 0, done.stderr
    for name in ("files/证据/一.pdf", "data/人员.parquet", "secret.key", "field.keys", "config.toml"):
        assert (back / name).read_bytes() == (site / name).read_bytes(), name
    accounts = "SELECT username, password FROM accounts_accountrecord ORDER BY id"
    assert asked(back / "jiping.sqlite3", accounts) == asked(site / "jiping.sqlite3", accounts)
    triggers = "SELECT count(*) FROM sqlite_master WHERE type = 'trigger'"
    assert asked(back / "jiping.sqlite3", triggers) == asked(site / "jiping.sqlite3", triggers)
    last = "SELECT act FROM audit_eventrecord ORDER BY number DESC LIMIT 1"
    assert asked(back / "jiping.sqlite3", last) == [("恢复站点",)]


def test_a_restore_does_not_cover_a_site_unless_told_and_then_keeps_it_aside(archive: Path, tmp_path: Path) -> None:
    config = founded(tmp_path / "site")
    before = (tmp_path / "site" / "secret.key").read_bytes()
    refused = jiping("restore", archive, "--to", tmp_path / "site")
    assert refused.returncode == 2
    assert "已经有东西" in refused.stderr
    assert (tmp_path / "site" / "secret.key").read_bytes() == before
    forced = jiping("restore", archive, "--to", tmp_path / "site", "--force")
    assert forced.returncode == 0, forced.stderr
    assert (tmp_path / "site.before-1" / "secret.key").read_bytes() == before
    assert jiping("doctor", "--config", config).returncode == 1


def test_a_damaged_backup_leaves_nothing(archive: Path, tmp_path: Path) -> None:
    broken = tmp_path / "broken.zip"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(broken, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            target.writestr(name, content[:-1] if name == "secret.key" else content)
    done = jiping("restore", broken, "--to", tmp_path / "back")
    assert done.returncode == 2
    assert "校验值不符" in done.stderr
    assert not (tmp_path / "back").exists()
    assert sorted(each.name for each in tmp_path.iterdir()) == ["broken.zip"]


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "a\\..\\outside", "C:outside"])
def test_a_backup_cannot_write_outside_its_folder(archive: Path, tmp_path: Path, name: str) -> None:
    wicked = tmp_path / "wicked.zip"
    with zipfile.ZipFile(archive) as source, zipfile.ZipFile(wicked, "w") as target:
        manifest = source.read("manifest.json").decode().replace('"config.toml"', f'"{name}"'.replace("\\", "\\\\"))
        target.writestr("manifest.json", manifest)
        target.writestr(name, source.read("config.toml"))
    done = jiping("restore", wicked, "--to", tmp_path / "back")
    assert done.returncode == 2
    assert sorted(each.name for each in tmp_path.iterdir()) == ["wicked.zip"]


def test_what_is_no_backup_is_refused_in_words(tmp_path: Path) -> None:
    (tmp_path / "a.zip").write_bytes(b"PK\x03\x04no")
    for name in ("a.zip", "missing.zip"):
        done = jiping("restore", tmp_path / name, "--to", tmp_path / "back")
        assert done.returncode == 2
        assert "Traceback" not in done.stderr


@pytest.fixture
def postgresql() -> Iterator[str]:
    try:
        with server() as address:
            yield address
    except NoServer:
        if MUST:
            pytest.fail(MISSING)
        pytest.skip(MISSING)


def test_a_site_on_postgresql_is_kept_by_the_same_commands(postgresql: str, tmp_path: Path) -> None:
    config = founded(tmp_path / "site", "--database", postgresql)
    done = jiping("backup", "--config", config, "--to", tmp_path)
    assert done.returncode == 0, done.stderr
    (archive,) = tmp_path.glob("*.zip")
    refused = jiping("restore", archive, "--to", tmp_path / "back")
    assert refused.returncode == 2
    assert "已经有数据" in refused.stderr
    back = jiping("restore", archive, "--to", tmp_path / "back", "--force")
    assert back.returncode == 0, back.stderr
    assert jiping("doctor", "--config", tmp_path / "back" / "config.toml").returncode == 1


def test_keys_are_changed_while_the_old_one_stays_for_old_backups(tmp_path: Path) -> None:
    config = founded(tmp_path / "site")
    done = jiping("rekey", "--config", config)
    assert done.returncode == 0, done.stderr
    assert [line.split()[0] for line in (tmp_path / "site" / "field.keys").read_text().splitlines()] == ["k1", "k2"]
