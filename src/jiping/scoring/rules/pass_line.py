"""及格线以下不得分。"""

from fractions import Fraction

from jiping.domain.money import plain
from jiping.scoring.earning import full, part, unclear, without_numbers
from jiping.scoring.parameters import Parameters, choice, number
from jiping.scoring.proportion import percent_of
from jiping.scoring.rule import Assessment, Earned, scoring_rule
from jiping.scoring.wording import amount, shown


@scoring_rule
def pass_line(seen: Assessment, parameters: Parameters) -> Earned:
    """低于及格线不得分，及格线以上按比例计分。

    公式：达到指标值得满分；低于及格线得零分；介于其间，above 为 ratio 时得 实际 ÷ 指标 × 分值，
    为 linear 时从及格线的零分均匀升到指标值的满分：（实际 − 及格线）÷（指标 − 及格线）× 分值。
    适用：低于某一水平即视为没有完成的统计类指标。百分数直接与及格线比，其他数量先化为指标值的百分之几。
    参数：line（必写，百分之几），above（ratio 或 linear，不写为 ratio）。
    例子：目标 98%，完成 97%，及格线 80%，linear，分值 10：（97 % − 80 %）÷（98 % − 80 %）× 10 = 9.4444…
    """
    line, above = number(parameters, "line"), choice(parameters, "above", ("ratio", "linear"))
    found = seen.comparison
    if found.target is None or (found.met and found.ceiling):
        return without_numbers(seen)
    percents = percent_of(found)
    if isinstance(percents, str):
        return unclear(percents)
    was, wanted = percents
    if was >= wanted:
        return full(seen)
    if was < line:
        return Earned(
            Fraction(0), f"{amount(was, '%')} 低于及格线 {shown(line)} %，得 0", max(was, Fraction(0)) / wanted
        )
    weight = Fraction(seen.weight)
    if above == "ratio":
        derivation = f"{amount(was, '%')} ÷ {amount(wanted, '%')} × {plain(seen.weight)}"
        return part(seen, weight * was / wanted, derivation, was / wanted)
    derivation = (
        f"（{amount(was, '%')} − {shown(line)} %）÷（{amount(wanted, '%')} − {shown(line)} %）× {plain(seen.weight)}"
    )
    return part(seen, weight * (was - line) / (wanted - line), derivation, was / wanted)
