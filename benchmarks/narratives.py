"""Invented narratives: every project in words of its own, but for the few whose filers copied."""

from decimal import Decimal
from random import Random
from typing import NamedTuple

_COPIED_IN = 20  # one filing in so many repeats what others wrote
_STOCK = (
    "部分指标未达到年初指标值，宣传力度不足，窗口人手偏紧。",
    "由业务科在 2025 年 6 月底前完善排班，增加宣传场次，按季检查进度。",
)
_PLACES = (
    "办事窗口",
    "下乡服务队",
    "档案库房",
    "信息系统",
    "村居服务点",
    "培训班次",
    "宣传专栏",
    "回访小组",
    "自助终端",
    "检测设备",
)
_FAULTS = (
    "人手偏紧，月末排队较长",
    "设备使用年限已满，停机维修较多",
    "登记不够及时，个别台账缺页",
    "覆盖面不均，偏远乡镇去得少",
    "年初计划编得较粗，没有按月分解",
    "与民政数据没有联通，核对靠人工",
    "新政策口径传达较慢，解答不一致",
    "耗材领用没有逐笔签收",
    "供应商交货晚于合同约定",
    "老年人不会操作，仍需专人引导",
    "材料退回补正的次数偏多",
    "节假日值守安排不足",
    "问卷回收偏少，代表性不够",
    "评审专家临时调整，延后了两周",
    "旧系统导出的字段与新表不符",
    "场地漏雨，部分卷宗受潮",
)
_REASONS = (
    "主要是机构合并后岗位未及时补齐",
    "原因是上半年任务集中下达",
    "根子在采购周期估计不足",
    "多与参保人员流动频繁有关",
    "受汛期道路中断影响",
    "因合同条款对验收标准写得不细",
    "是前期摸底不充分所致",
    "系首次实施，经验不多",
    "因两个科室职责衔接不紧",
    "与年中调整服务范围有关",
    "缘于经费到账晚于活动时间",
    "是绩效目标设置偏高造成的",
)
_OFFICES = ("综合科", "业务科", "财务科", "信息科", "稽核科", "服务大厅", "基层指导科", "档案科")
_ACTS = (
    "按周公布排班，月末增开两个窗口",
    "列出更新清单，逐台登记使用年限",
    "每月抽查台账，缺页当场补齐",
    "把偏远乡镇编入巡回路线",
    "将任务分解到月，逐月对账",
    "与数据部门签订共享协议",
    "编印问答手册并组织考试",
    "实行领用双人签字",
    "在合同中写明逾期违约金",
    "安排志愿者驻点帮办",
    "公布一次性告知单",
    "建立节假日轮值表",
    "改为入户与电话两种方式调查",
    "建立备选专家名册",
    "重做字段对照表并试导一遍",
    "修缮屋面，受潮卷宗逐卷晾晒",
)
_EFFECTS = (
    "办结时限缩短",
    "群众少跑腿",
    "来电咨询明显减少",
    "投诉件逐月下降",
    "乡镇自行办结的增多",
    "差错当日更正",
    "档案调阅更快",
    "企业申报材料精简",
    "偏远村居有了固定服务日",
    "线上办理习惯逐步形成",
    "基层人员能独立审核",
    "待遇发放没有延误",
)
_COUNTS = ("全年办理业务", "累计受理申请", "各服务点合计办件", "审核通过并归档", "按季度统计共完成", "当年新增与变更共")
_SPEEDS = ("平均每笔用时", "从取号到办结约", "排队时间降到", "单件审核缩短至", "电话等候不超过", "现场核验只需")


class Told(NamedTuple):
    """The three sections a filer writes freely."""

    performance: str
    problems: str
    measures: str


def narrative(random: Random, done: int, minutes: Decimal) -> Told:
    """Return what is told of a project that handled `done` cases, each in so many minutes."""
    places, faults = random.sample(_PLACES, 2), random.sample(_FAULTS, 2)
    (first, second), acts = random.sample(_OFFICES, 2), random.sample(_ACTS, 2)
    effects = random.sample(_EFFECTS, 3)
    performance = f"{random.choice(_COUNTS)} {done} 笔，{effects[0]}，{effects[1]}。{random.choice(_SPEEDS)} {minutes} 分钟，{effects[2]}。"
    performance += f"上年提出的“{random.choice(_ACTS)}”已经做到，{random.choice(_OFFICES)}已存档备查。"
    if random.randrange(_COPIED_IN) == 0:
        return Told(performance, *_STOCK)
    problems = f"{places[0]}{faults[0]}，{random.choice(_REASONS)}；{places[1]}{faults[1]}。"
    measures = (
        f"由{first}在 2025 年 {random.randint(3, 10)} 月底前{acts[0]}；{second}{acts[1]}，"
        f"{random.randint(5, 28)} 日前报送落实情况。"
    )
    return Told(performance, problems, measures)
