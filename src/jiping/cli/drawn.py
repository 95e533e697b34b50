"""What a draw leaves out, told to the person who asked for it."""

from jiping.cli.aside import say
from jiping.review.sample import Sample


def say_missed(drawn: Sample) -> None:
    """Tell how many units and filings that could not be checked a draw of a given size has left out."""
    added = sum(each.added for each in drawn.strata)
    if added:
        say(f"其中 {added} 份是为覆盖单位补抽的。")
    if drawn.units_drawn < drawn.units:
        say(f"有 {drawn.units - drawn.units_drawn} 个单位没有抽到；要每个单位都抽到，请不写 --size。")
    if drawn.unchecked:
        say(f"未能校核的 {drawn.unchecked} 份不在抽取之列，须全部人工查看，请看 jiping overview。")
