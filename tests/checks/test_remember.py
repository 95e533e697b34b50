"""A remembered fact belongs to one evaluation only."""

from builders import YEAR_END, build_filing
from jiping.checks.remember import per_evaluation
from jiping.rulepack.load import load_pack
from jiping.scoring.score import Evaluation, evaluate


def test_a_fact_is_worked_out_once_and_never_lent_to_another_filing() -> None:
    asked: list[str] = []

    @per_evaluation
    def project(evaluation: Evaluation) -> str:
        asked.append(str(evaluation.filing.project))
        return asked[-1]

    pack = load_pack("national", YEAR_END)
    many = [evaluate(build_filing({"project": f"项目{number}"}), pack) for number in range(300)]
    assert [project(each) for each in many for _ in range(2)] == [
        f"项目{number}" for number in range(300) for _ in range(2)
    ]
    assert len(asked) == len(many)
