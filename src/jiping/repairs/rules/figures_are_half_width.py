"""TY10."""

from dataclasses import replace

from jiping.domain.filing import Filing, Indicator
from jiping.domain.lexicon import Lexicon
from jiping.domain.value.notation import half_width_figures
from jiping.domain.value.parse import parse_value
from jiping.repairs.repair import repair
from jiping.scoring.score import Evaluation


@repair("TY10")
def figures_are_half_width(evaluation: Evaluation) -> Filing:
    """指标值和完成值中的全角数字、符号改为半角，数值不变。

    改写后读出来的值若与原来不同，就不改。
    """
    lexicon = evaluation.pack.lexicon
    return replace(evaluation.filing, rows=tuple(_mended(row, lexicon) for row in evaluation.filing.rows))


def _mended(row: Indicator, lexicon: Lexicon) -> Indicator:
    return replace(row, target=_narrowed(row.target, lexicon), actual=_narrowed(row.actual, lexicon))


def _narrowed(text: str | None, lexicon: Lexicon) -> str | None:
    if text is None:
        return None
    narrow = half_width_figures(text)
    same = replace(parse_value(narrow, lexicon), text="") == replace(parse_value(text, lexicon), text="")
    return narrow if same else text
