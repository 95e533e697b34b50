"""Property tests without a clock: a busy machine must not fail them, and CI tries the same examples every time."""

import os  # noqa: TID251 - the environment says where we run

from hypothesis import HealthCheck, settings

settings.register_profile("patient", deadline=None, suppress_health_check=[HealthCheck.too_slow])
settings.register_profile("ci", settings.get_profile("patient"), derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") == "true" else "patient")
