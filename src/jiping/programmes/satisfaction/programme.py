"""Satisfaction (满意度): a sample drawn from those served, their anonymous answers, and what follows from them."""

from jiping.datasets.programme import Programme

PROGRAMME = Programme(
    name="satisfaction",
    title="满意度",
    description="从服务记录中抽样，以不记名问卷得出服务对象满意度；没有调查就没有满意度。",
    tables=("surveys", "survey_invitations", "survey_answers"),
    shared=True,
)
