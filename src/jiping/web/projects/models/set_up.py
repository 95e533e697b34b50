"""A project of a year: why, for how much, how it was assessed beforehand, and what it is to achieve."""

from typing import ClassVar

from django.db import models

from jiping.domain.fen import fen_of_product, money
from jiping.domain.money import Money
from jiping.domain.project import ProjectState
from jiping.web.accounts.models import AccountRecord, UnitRecord

STATES = [(state.value, state.value) for state in ProjectState]


class ProjectRecord(models.Model):
    """One project of one year. `summary_…` are copies kept by `funds` in the transaction of each booking, in fen."""

    unit = models.ForeignKey(UnitRecord, models.PROTECT, related_name="projects")
    year = models.PositiveSmallIntegerField("年度", db_index=True)
    name = models.CharField("项目名称", max_length=200)
    state = models.CharField("状态", max_length=10, choices=STATES, default=ProjectState.DRAFT)
    legal_basis = models.TextField("立项依据", blank=True)
    need = models.TextField("立项必要性", blank=True)
    goal = models.TextField("年度总体目标", blank=True)
    started = models.CharField("开始", max_length=40, blank=True)
    finished = models.CharField("结束", max_length=40, blank=True)
    outcome = models.CharField("事前评估结论", max_length=20, blank=True)
    rolled_from = models.ForeignKey("self", models.PROTECT, null=True, blank=True, related_name="rolled_into")
    submitted_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    decided_by = models.ForeignKey(AccountRecord, models.PROTECT, null=True, blank=True, related_name="+")
    decided_at = models.DateTimeField(null=True, blank=True)
    opinion = models.TextField("审批意见", blank=True)
    saved_at = models.DateTimeField()
    version = models.PositiveIntegerField(default=1)
    summary_budget = models.BigIntegerField(default=0)
    summary_received = models.BigIntegerField(default=0)
    summary_spent = models.BigIntegerField(default=0)

    class Meta:
        verbose_name = "项目"
        ordering = ("-year", "unit_id", "pk")
        constraints: ClassVar = [models.UniqueConstraint(fields=("unit", "year", "name"), name="project_once_a_year")]

    def __str__(self) -> str:
        return f"{self.name}（{self.year} 年度）"

    @property
    def cost(self) -> Money:
        """The sum of the cost lines; with the lines prefetched it asks nothing of the database."""
        return money(sum(each.fen for each in self.costs.all()))

    @property
    def unspent(self) -> int:
        """What has come in and is not spent, in fen; what was carried over at the year's end is still in it."""
        return self.summary_received - self.summary_spent


class CostRecord(models.Model):
    """One line of the estimate: unit standard × volume; the amount is computed, never typed."""

    project = models.ForeignKey(ProjectRecord, models.CASCADE, related_name="costs")
    item = models.CharField("支出事项", max_length=100)
    unit_fen = models.BigIntegerField("单价（分）")
    volume = models.DecimalField("数量", max_digits=14, decimal_places=2)
    measure = models.CharField("计量单位", max_length=20)
    standard = models.CharField("标准来源", max_length=200)

    class Meta:
        verbose_name = "测算"
        ordering = ("pk",)
        constraints: ClassVar = [
            models.UniqueConstraint(fields=("project", "item"), name="cost_item_once"),
            models.CheckConstraint(condition=models.Q(unit_fen__gt=0, volume__gt=0), name="cost_is_positive"),
        ]

    def __str__(self) -> str:
        return self.item

    @property
    def fen(self) -> int:
        return fen_of_product(self.unit_fen, self.volume)

    @property
    def unit_price(self) -> Money:
        return money(self.unit_fen)

    @property
    def amount(self) -> Money:
        return money(self.fen)


class AspectRecord(models.Model):
    """What the ex-ante assessment says on one aspect."""

    project = models.ForeignKey(ProjectRecord, models.CASCADE, related_name="aspects")
    aspect = models.CharField("方面", max_length=40)
    text = models.TextField("评估意见")

    class Meta:
        verbose_name = "事前评估"
        ordering = ("pk",)
        constraints: ClassVar = [models.UniqueConstraint(fields=("project", "aspect"), name="aspect_once")]


class TargetRecord(models.Model):
    """One indicator that was declared; target and weight as they stand now, earlier ones are in the adjustments."""

    project = models.ForeignKey(ProjectRecord, models.CASCADE, related_name="targets")
    level1 = models.CharField("一级指标", max_length=40)
    level2 = models.CharField("二级指标", max_length=40)
    level3 = models.CharField("三级指标", max_length=100)
    target = models.CharField("年度指标值", max_length=200)
    weight = models.DecimalField("分值", max_digits=6, decimal_places=2)

    class Meta:
        verbose_name = "目标"
        ordering = ("pk",)
        constraints: ClassVar = [models.CheckConstraint(condition=models.Q(weight__gte=0), name="weight_not_negative")]

    def __str__(self) -> str:
        return self.level3
