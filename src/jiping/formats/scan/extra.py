"""Whether pictures can be read here: the packages for it are large, so they are an extra and imported only when needed."""

from functools import cache
from importlib import import_module

HOW_TO_INSTALL = '请安装文字识别扩展（在 jiping 所在的文件夹执行 .venv/bin/pip install -e ".[ocr]"，可离线使用）后再读，或提供由 Word、WPS 直接导出的文件；已安装仍读不了的，请把 opencv-python 换成 opencv-python-headless。'

_ENGINE = "rapidocr_onnxruntime"


@cache
def can_read_pictures() -> bool:
    """Tell whether the extra is installed and its libraries load: on a bare server the one for pictures may not."""
    try:
        import_module(_ENGINE)
    except ImportError:
        return False
    return True
