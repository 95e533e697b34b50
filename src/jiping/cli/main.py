"""The `jiping` program: every file of `commands` is a verb; faults become one clear sentence and exit code 2."""

import sys
from importlib import import_module
from pathlib import Path

import typer
from typer import Exit

from jiping import __version__
from jiping.cli.chinese import ChineseCommand, ChineseGroup, complaint
from jiping.domain.errors import JipingError

MISUSE = 2

app = typer.Typer(
    name="jiping",
    cls=ChineseGroup,
    help="绩评：由业务记录得出指标值，按规则计分、校核，写出正式的绩效自评价材料。",
    epilog="退出码：0 没有意见，1 有校核意见，2 用法或文件有误。 例：jiping demo",
    rich_markup_mode="markdown",
    no_args_is_help=True,
    add_completion=False,
)


@app.callback(invoke_without_command=True)
def version(
    show: bool = typer.Option(False, "--version", help="显示版本。", is_eager=True),
) -> None:
    if show:
        typer.echo(f"jiping {__version__}")
        raise Exit


def _register() -> None:
    for path in sorted((Path(__file__).parent / "commands").glob("[!_]*.py")):
        module = import_module(f"jiping.cli.commands.{path.stem}")
        app.command(path.stem, cls=ChineseCommand, no_args_is_help=False)(getattr(module, path.stem))


_register()


def run() -> None:
    """Run the program on the words typed and leave with the documented exit code."""
    try:
        code = app(standalone_mode=False)
    except JipingError as error:
        _tell(error)
        sys.exit(MISUSE)
    except typer.Abort:
        typer.echo("已中止。", err=True)
        sys.exit(MISUSE)
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(0)
    except Exception as error:
        if not hasattr(error, "format_message"):
            raise
        typer.echo(f"用法有误：{complaint(error)}请运行 jiping --help 查看用法。", err=True)
        sys.exit(MISUSE)
    sys.exit(code if isinstance(code, int) else 0)


def _tell(error: JipingError) -> None:
    where = f"{error.place}：" if error.place is not None else ""
    typer.echo(f"错误：{where}{error.what}", err=True)
    if error.why:
        typer.echo(f"原因：{error.why}", err=True)
    typer.echo(f"办法：{error.remedy}", err=True)
