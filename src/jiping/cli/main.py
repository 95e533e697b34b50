"""The `jiping` program: every file of `commands` is a verb, every folder a group of verbs; faults become one clear sentence and exit code 2."""

import sys
from importlib import import_module
from pathlib import Path
from tempfile import NamedTemporaryFile
from traceback import format_exception

import typer
from typer import Exit

from jiping import __version__
from jiping.batch.processes.garbage import collect_seldom
from jiping.cli.aside import say
from jiping.cli.chinese import ChineseCommand, ChineseGroup, complaint
from jiping.domain.errors import JipingError
from jiping.domain.masking import masked
from jiping.domain.place import Place

MISUSE = 2

app = typer.Typer(
    name="jiping",
    cls=ChineseGroup,
    help="绩评：由业务记录得出指标值，按规则计分、校核，写出正式的绩效自评价材料。",
    epilog="退出码：0 没有意见，1 有校核意见或有规则未能运行，2 用法或文件有误。 例：jiping demo",
    rich_markup_mode="markdown",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@app.callback(invoke_without_command=True)
def version(
    show: bool = typer.Option(False, "--version", help="显示版本。", is_eager=True),
) -> None:
    if show:
        typer.echo(f"jiping {__version__}")
        raise Exit


def _register(group: typer.Typer, package: str) -> None:
    """Make every file of `package` a command of `group`, and every folder in it a group of its own."""
    folder = Path(str(import_module(package).__file__)).parent
    for path in sorted(folder.glob("[!_]*.py")):
        module = import_module(f"{package}.{path.stem}")
        verb = path.stem.rstrip("_")  # `import` is a word of Python's own
        group.command(verb, cls=ChineseCommand, no_args_is_help=False)(getattr(module, path.stem))
    for path in sorted(folder.glob("[!_]*/__init__.py")):
        inner = f"{package}.{path.parent.name}"
        acts = typer.Typer(cls=ChineseGroup, help=import_module(inner).__doc__, no_args_is_help=True)
        _register(acts, inner)
        group.add_typer(acts, name=path.parent.name)


_register(app, "jiping.cli.commands")


def run() -> None:
    """Run the program on the words typed and leave with the documented exit code."""
    collect_seldom()
    try:
        code = app(standalone_mode=False)
    except JipingError as error:
        _tell(error.what, error.why, error.remedy, error.place)
        sys.exit(MISUSE)
    except (typer.Abort, KeyboardInterrupt):
        say("已中止，没有留下写了一半的文件。")
        sys.exit(MISUSE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:  # noqa: BLE001 - the last line of defence: no trace ever reaches a clerk
        if hasattr(error, "format_message"):
            say(f"用法有误：{complaint(error)}请运行 jiping --help 查看用法。")
            sys.exit(MISUSE)
        _tell_defect(error)
        sys.exit(MISUSE)
    sys.exit(code if isinstance(code, int) else 0)


def _tell(what: str, why: str, remedy: str, place: Place | None = None) -> None:
    where = f"{place}：" if place is not None else ""
    say(f"错误：{where}{what}")
    if why:
        say(f"原因：{why}")
    say(f"办法：{remedy}")


def _tell_defect(error: Exception) -> None:
    """Own up to a defect of the program: the trace goes to a file, for the people who mend it."""
    with NamedTemporaryFile("w", prefix="jiping-", suffix=".log", delete=False, encoding="utf-8") as log:
        log.write(masked("".join(format_exception(error))))
    _tell(
        f"程序自身出错（{type(error).__name__}），这不是您的材料的问题。",
        "没有留下写了一半的文件。",
        f"请把 {log.name} 交给维护人员。",
    )
