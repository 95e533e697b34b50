"""The production server: gunicorn where there is fork, waitress on Windows."""

import sys
from typing import Any


def run(host: str, port: int, workers: int) -> None:
    """Serve until stopped."""
    from jiping.web.site.wsgi import application  # noqa: PLC0415 - the settings must be in force first

    if sys.platform == "win32":
        from waitress import serve  # noqa: PLC0415

        serve(application, host=host, port=port, threads=4)
        return
    from gunicorn.app.base import BaseApplication  # noqa: PLC0415

    class Server(BaseApplication):  # type: ignore[misc]
        def load_config(self) -> None:
            chosen: dict[str, Any] = {
                "bind": f"{host}:{port}",
                "workers": workers,
                "max_requests": 2000,
                "max_requests_jitter": 200,
                "loglevel": "warning",
            }
            for name, value in chosen.items():
                self.cfg.set(name, value)

        def load(self) -> Any:
            return application

    Server().run()
