"""The site the tests run on: its settings file is made anew for each process; `JIPING_TEST_DATABASE` names another database."""

import os  # noqa: TID251 - Django finds its settings file by the environment
import tempfile
from pathlib import Path

from jiping.use_cases.field_keys import key_line

_FOLDER = Path(tempfile.mkdtemp(prefix="jiping-web-"))
_DATABASE = os.environ.get("JIPING_TEST_DATABASE", "sqlite:///jiping.sqlite3")
(_FOLDER / "secret.key").write_text("for-tests-only-" * 4, encoding="ascii")
(_FOLDER / "field.keys").write_text(key_line(1), encoding="ascii")
(_FOLDER / "config.toml").write_text(f'database = "{_DATABASE}"\ndemo = true\ntoday = 2025-03-21\n', encoding="utf-8")
(_FOLDER / "static").mkdir()
os.environ["JIPING_CONFIG"] = str(_FOLDER / "config.toml")

from jiping.web.site.settings import *  # noqa: E402, F403

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]  # only here: a test logs in hundreds of times
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}  # noqa: F405
ALLOWED_HOSTS = ["*"]
MIDDLEWARE.remove("jiping.web.site.limits.limits")  # noqa: F405 - tests ask faster than people; its own test puts it back
