"""Put bytes on the disk whole or not at all."""

import tempfile
from pathlib import Path

from jiping.domain.disk import reason
from jiping.domain.errors import JipingError


def put(path: Path, content: bytes) -> Path:
    """Write `content` to `path` through a temporary neighbour that is renamed when complete; return `path`."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
            temporary = Path(file.name)
            try:
                file.write(content)
                file.flush()
            except BaseException:
                temporary.unlink(missing_ok=True)
                raise
        temporary.chmod(0o644)
        temporary.replace(path)
    except OSError as error:
        raise JipingError(
            f"无法写入 {path}：{reason(error)}。",
            why="没有留下写了一半的文件。",
            remedy="请检查文件夹是否存在、是否有写权限、磁盘是否已满，或文件是否正被其他程序打开。",
        ) from error
    return path
