"""Hand a verb over to the web product's own commands; the command line never imports its rooms."""

import os
from pathlib import Path

SETTINGS = "jiping.web.site.settings"


def manage(config: Path, *words: str) -> None:
    """Run one of the site's commands under the settings file `config`. Its faults are told like all others."""
    os.environ["JIPING_CONFIG"] = str(config.resolve())
    os.environ["DJANGO_SETTINGS_MODULE"] = SETTINGS

    from django.core.management import ManagementUtility

    ManagementUtility(["jiping", *words]).execute()
