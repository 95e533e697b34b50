"""Seeded records of statements: common names, one in a hundred rare, one in a thousand beyond the main font."""

from typing import Any

import numpy as np
import pyarrow as pa

from jiping.statements.columns import MONTHS, SCHEMA
from jiping.statements.faces import main_face

_SURNAMES = "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎"
_RARE = "𬭼䶮㛃𠅤"
_BEYOND = "𠀀𠔻𪚥𫝆𬺰"
_TOWNS = ("如城街道", "城北街道", "城南街道", "白蒲镇", "丁堰镇", "东陈镇", "搬经镇", "长江镇", "吴窑镇", "江安镇")
_KINDS = ("纺织", "机械", "电子", "食品", "建材", "物流", "化工", "服装")
_COMMON = 3_500
_NOBODY_PAID = 40  # one person in so many lacks a month


def records(count: int, seed: int = 5) -> Any:
    """Return a table of `count` statements with the renderer's columns."""
    rng = np.random.default_rng(seed)
    pays = rng.integers(4_500_00, 24_000_00, count)
    columns: dict[str, Any] = {
        "statement_number": 2024_0000_0000_00 + np.arange(1, count + 1) * 7,
        "paid_months": np.full(count, 12),
        "months": rng.integers(12, 420, count),
        "opening": rng.integers(0, 300_000_00, count),
        "interest": rng.integers(0, 8_000_00, count),
    }
    for month in MONTHS:
        missing = rng.integers(0, _NOBODY_PAID, count) == 0
        columns[f"base_{month}"] = pa.array(pays, mask=missing)
        columns[f"unit_{month}"] = pa.array(pays * 16 // 100, mask=missing)
        columns[f"personal_{month}"] = pa.array(pays * 8 // 100, mask=missing)
        columns["paid_months"] = columns["paid_months"] - missing
    columns["principal"] = pays * 8 // 100 * columns["paid_months"]
    columns["closing"] = columns["opening"] + columns["principal"] + columns["interest"]
    columns |= _texts(rng, count)
    return pa.table({name: columns[name] for name in SCHEMA.names}, schema=SCHEMA)


def _texts(rng: Any, count: int) -> dict[str, list[str]]:
    drawable = [chr(point) for point in range(0x4E00, 0x9FA6) if point in main_face().points]
    used = rng.permutation(drawable)[:_COMMON]
    weights = 1 / np.arange(1, len(used) + 1)
    given = rng.choice(used, (count, 2), p=weights / weights.sum())
    surnames = rng.choice(list(_SURNAMES), count)
    towns = np.sort(rng.integers(0, len(_TOWNS), count))
    streets = rng.choice(used, (count, 2))
    houses = rng.integers(1, 2_000, (count, 3))
    names = [f"{family}{first}{second}" for family, (first, second) in zip(surnames, given, strict=True)]
    for place in range(0, count, 100):
        names[place] = names[place][:2] + _RARE[place // 100 % len(_RARE)]
    for place in range(0, count, 1000):
        names[place] = names[place][:2] + _BEYOND[place // 1000 % len(_BEYOND)]
    return {
        "route": [f"{town + 1:02}-{place % 90:02}" for place, town in enumerate(towns)],
        "postcode": [str(226500 + town) for town in towns],
        "address": [
            f"江苏省如皋市{_TOWNS[town]}{first}{second}路{house[0]}号{house[1] % 60 + 1}幢{house[2]}室"
            for town, (first, second), house in zip(towns, streets, houses, strict=True)
        ],
        "name": names,
        "employer": [
            f"如皋市{first}{second}{_KINDS[place % len(_KINDS)]}有限公司"
            for place, (first, second) in enumerate(streets[::-1])
        ],
        "masked_id": [f"320622********{place % 10_000:04}" for place in range(count)],
        "insured_types": ["职工养老保险、失业保险、工伤保险"] * count,
    }
