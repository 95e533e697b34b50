"""What must hold before something is made public: each guard answers with the reason why not, or with nothing."""

from collections.abc import Callable, Collection

from jiping.scoring.score import Evaluation
from jiping.use_cases.privacy import concerns
from jiping.use_cases.publication import Part

Guard = Callable[[Evaluation, Collection[Part]], str]
_TOLD = 3


def nothing_private(evaluation: Evaluation, parts: Collection[Part]) -> str:
    """要公开的内容里没有个人信息。"""
    found = concerns(evaluation, parts)
    if not found:
        return ""
    more = f"另有 {len(found) - _TOLD} 处。" if len(found) > _TOLD else ""
    return f"要公开的内容里有 {len(found)} 处个人信息：{''.join(map(str, found[:_TOLD]))}{more}"


GUARDS: dict[str, Guard] = {nothing_private.__name__: nothing_private}
