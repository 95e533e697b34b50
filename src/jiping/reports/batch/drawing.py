"""抽样记录: the record of a draw, as JSON for whoever repeats it and as a document for the file."""

import json
from collections.abc import Iterator
from decimal import Decimal

from jiping.domain.document import Block, Document, Para, Part, Style
from jiping.domain.money import plain
from jiping.reports.batch.plain_table import plain_table
from jiping.review.sample import Drawn, Sample
from jiping.rulepack.pack import RulePack

SCHEMA = "jiping/sample/1"


def record(sample: Sample, pack: RulePack) -> bytes:
    """Return everything needed to repeat the draw: frame and its hash, seed, strata, method, list."""
    data = {
        "schema": SCHEMA,
        "pack": pack.name,
        "as_of": pack.as_of.isoformat(),
        "seed": sample.seed,
        "method": sample.method,
        "frame_sha256": sample.frame_hash,
        "strata": [
            {
                "name": each.name,
                "rate": plain(each.rate),
                "population": each.population,
                "drawn": each.drawn,
                "added_for_unit": each.added,
            }
            for each in sample.strata
        ],
        "coverage": {
            "filings": [len(sample.drawn), sample.population],
            "yuan": [plain(sample.money_drawn.yuan), plain(sample.money.yuan)],
            "units": [sample.units_drawn, sample.units],
        },
        "drawn": [_drawn(each) for each in sample.drawn],
        "frame": list(sample.frame),
    }
    return (json.dumps(data, ensure_ascii=False, indent=2) + "\n").encode()


def _drawn(each: Drawn) -> dict[str, object]:
    subject = each.filing.dossier.subject
    return {
        "unit": subject.unit,
        "project": subject.project,
        "year": subject.year,
        "file": subject.file,
        "stratum": each.stratum,
        "sha256": each.ticket,
        "added_for_unit": each.for_unit,
    }


def document(sample: Sample) -> Document:
    """Return the record as a document: how it was drawn, then the list."""
    return Document(
        (Part("抽样办法", tuple(_method(sample))), Part("抽取清单", tuple(_list(sample)))), title="绩效自评抽查抽样记录"
    )


def coverage(sample: Sample) -> tuple[tuple[str, str, str, str], ...]:
    """Return what the sample covers, one row each: name, drawn, whole, share in per cent."""
    return (
        ("份数", str(len(sample.drawn)), str(sample.population), _percent(len(sample.drawn), sample.population)),
        (
            "支出（万元）",
            plain(sample.money_drawn.wan),
            plain(sample.money.wan),
            _percent(sample.money_drawn.yuan, sample.money.yuan),
        ),
        ("单位数", str(sample.units_drawn), str(sample.units), _percent(sample.units_drawn, sample.units)),
    )


def _method(sample: Sample) -> Iterator[Block]:
    yield Para(Style.TITLE, ("绩效自评抽查抽样记录",))
    yield Para(Style.BODY, (f"抽样种子：{sample.seed}",))
    yield Para(Style.BODY, (f"抽样框：{sample.population} 份，SHA-256 {sample.frame_hash}",))
    yield Para(Style.BODY, (f"方法：{sample.method}",))
    yield Para(Style.HEADING2, ("覆盖",))
    yield plain_table(("范围", ">抽取", ">全部", ">占比"), coverage(sample), (40, 36, 44, 36))
    yield Para(Style.HEADING2, ("分层",))
    rows = [
        (each.name, f"{plain(each.rate * 100)}%", str(each.population), str(each.drawn), str(each.added))
        for each in sample.strata
    ]
    yield plain_table(
        ("层（风险·金额）", ">抽取比例", ">份数", ">按层抽取", ">为覆盖单位补抽"), rows, (60, 24, 20, 24, 28)
    )
    yield Para(Style.BODY, ("抽样人：〔待填：姓名〕　监督人：〔待填：姓名〕　日期：〔待填：日期〕",))


def _list(sample: Sample) -> Iterator[Block]:
    yield Para(Style.TITLE, ("抽取清单",))
    rows = [
        (
            str(number),
            each.filing.dossier.subject.unit,
            each.filing.dossier.subject.project,
            "未写"
            if each.filing.dossier.subject.expenditure is None
            else plain(each.filing.dossier.subject.expenditure.wan),
            f"{each.stratum}{'（补抽）' if each.for_unit else ''}",
            each.filing.dossier.subject.file,
        )
        for number, each in enumerate(sample.drawn, start=1)
    ]
    yield plain_table(
        ("序号", "单位", "项目", ">支出（万元）", "层", "文件"), rows, (10, 32, 36, 18, 26, 34), centred=1
    )


def _percent(part: Decimal | int, whole: Decimal | int) -> str:
    return "—" if not whole else f"{Decimal(part) * 100 / Decimal(whole):.2f}%"
