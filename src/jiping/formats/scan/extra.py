"""Whether pictures can be read here: the packages for it are large, so they are an extra and imported only when needed."""

from importlib.util import find_spec

HOW_TO_INSTALL = (
    '请安装文字识别扩展（pip install "jiping[ocr]"，可离线使用）后再读，或提供由 Word、WPS 直接导出的文件。'
)

_ENGINE = "rapidocr_onnxruntime"


def can_read_pictures() -> bool:
    """Tell whether the extra is installed."""
    return find_spec(_ENGINE) is not None
