"""Invented narratives: every project in words of its own, but for the few whose filers copied."""

from decimal import Decimal
from random import Random
from typing import NamedTuple

_COPIED_IN = 20  # one filing in so many repeats what others wrote
_STOCK = (
    "部分指标未达到年初指标值，宣传力度不足，窗口人手偏紧。",
    "由业务科在 2025 年 6 月底前完善排班，增加宣传场次，按季检查进度。",
)
_OFFICES = ("综合科", "业务科", "财务科", "信息科", "稽核科", "服务大厅", "基层指导科", "档案科")
_THINGS = (
    *("排班表", "服务台账", "设备清单", "参保名册", "问答手册", "领用单据", "满意度问卷", "合同条款", "卷宗目录"),
    *("轮值安排", "字段对照表", "采购计划", "授课讲义", "巡回路线", "宣传展板", "检测报告", "走访记录", "缴费凭证"),
)
_FAULTS = (
    *("不全", "更新滞后", "无人复核", "与系统不符", "发放较晚", "覆盖面窄", "缺少签字", "格式不一", "回收偏少"),
    *("调整频繁", "没有留底", "差错较多", "说明含糊", "印量估计过高", "交接不清", "受潮损坏"),
)
_REASONS = (
    *("机构合并后岗位未补齐", "任务集中在上半年下达", "采购周期估计不足", "人员流动频繁", "汛期道路中断"),
    *("验收标准写得不细", "前期摸底不充分", "首次实施经验不多", "两个科室衔接不紧", "年中调整了服务范围"),
    *("经费到账晚于活动时间", "目标设置偏高", "旧设备兼容性差", "供应商更换", "培训名额有限"),
)
_MANNERS = (
    "按周",
    "每月",
    "逐户",
    "分片",
    "会同乡镇",
    "逐笔",
    "当场",
    "提前一季",
    "委托专家",
    "上门",
    "在网上",
    "双人",
)
_VERBS = (
    "公布",
    "抽查",
    "更新",
    "核对",
    "讲解",
    "签收",
    "补齐",
    "归档",
    "修订",
    "公示",
    "重做",
    "移交",
    "统一",
    "清点",
)
_GAINS = (
    *("当日更正", "按期公开", "全部入库", "复核两遍", "少跑一趟", "一次办结", "查阅更快", "件件有着落", "不再积压"),
    *("乡镇能自办", "来电减少", "投诉下降", "老人会用", "送到村居", "线上可查"),
)


class Told(NamedTuple):
    """The three sections a filer writes freely."""

    performance: str
    problems: str
    measures: str


def narrative(random: Random, done: int, minutes: Decimal) -> Told:
    """Return what is told of a project that handled `done` cases, each in so many minutes."""
    things = iter(random.sample(_THINGS, 7))
    gains, faults = random.sample(_GAINS, 3), random.sample(_FAULTS, 2)
    told = [f"{next(things)}{gain}" for gain in gains]
    performance = f"{told[0]}，全年办理业务 {done} 笔，{told[1]}；每笔 {minutes} 分钟，{told[2]}。"
    if random.randrange(_COPIED_IN) == 0:
        return Told(performance, *_STOCK)
    problems = f"{next(things)}{faults[0]}，缘于{random.choice(_REASONS)}；{next(things)}{faults[1]}，{random.choice(_REASONS)}。"
    acts = [f"{random.choice(_OFFICES)}{random.choice(_MANNERS)}{random.choice(_VERBS)}{thing}" for thing in things]
    return Told(performance, problems, f"2025 年 {random.randint(3, 10)} 月底前{acts[0]}，{acts[1]}，由分管领导督办。")
