"""Word files: what ours contain, and what the hands of other people put into theirs."""

import zipfile
from io import BytesIO
from pathlib import Path

import docx
import pytest
from lxml import etree

from formats.samples import statement
from jiping.domain.document import Block, Document, Para, Part, Style, Table
from jiping.formats.docx.markup import W, q
from jiping.formats.docx.package import fixed_member
from jiping.formats.registry import reader_for, writer_for


def main_part() -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(BytesIO(writer_for("docx")(statement()))).read("word/document.xml"))


def read_body(body: str, **members: str) -> Document:
    """Read a Word file with this body and these further members of its folder."""
    return reader_for(Path("外来.docx"), b"PK\x03\x04")(word_file(body, **members), "外来.docx")


def word_file(body: str, **members: str) -> bytes:
    """Return a Word file with this body and these further members of its folder."""
    data = writer_for("docx")(Document((Part("空", ()),)))
    spaces = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
    written = {f"word/{name}.xml": f"<w:{tag} {spaces}>{xml}</w:{tag}>" for name, (tag, xml) in _tagged(members)}
    written["word/document.xml"] = f"<w:document {spaces}><w:body>{body}</w:body></w:document>"
    buffer = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in [*old.namelist(), *(name for name in written if name not in old.namelist())]:
            new.writestr(name, written.get(name) or old.read(name))
    return buffer.getvalue()


def _tagged(members: dict[str, str]) -> list[tuple[str, tuple[str, str]]]:
    return [(name, ("hdr" if name.startswith("header") else name, xml)) for name, xml in members.items()]


def lines(document: Document) -> list[str]:
    return [block.text for part in document.parts for block in part.blocks if isinstance(block, Para)]


def blocks(body: str) -> tuple[Block, ...]:
    return read_body(body).parts[0].blocks


def grid_of(body: str) -> list[list[tuple[str, int, int]]]:
    (table,) = blocks(body)
    assert isinstance(table, Table)
    return [[(cell.text, cell.rowspan, cell.colspan) for cell in row] for row in table.rows]


def p(text: str) -> str:
    return f"<w:p><w:r><w:t>{text}</w:t></w:r></w:p>"


def tc(text: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{p(text)}</w:tc>"


def test_every_run_names_its_east_asian_face() -> None:
    faces = [run.find(f"{q('rPr')}/{q('rFonts')}") for run in main_part().iter(q("r"))]
    assert faces
    assert all(face is not None and face.get(q("eastAsia")) for face in faces)


def test_heading_rows_repeat_and_rows_stay_whole() -> None:
    rows = list(main_part().iter(q("tr")))
    assert sum(1 for row in rows if row.find(f"{q('trPr')}/{q('tblHeader')}") is not None) == 2
    assert all(row.find(f"{q('trPr')}/{q('cantSplit')}") is not None for row in rows)


def test_another_library_opens_it_and_sees_the_merged_cells() -> None:
    table = docx.Document(BytesIO(writer_for("docx")(statement()))).tables[1]
    assert table.cell(2, 0).text == "决策指标"
    assert table.cell(7, 0)._tc is table.cell(2, 0)._tc


def test_the_page_is_the_official_one() -> None:
    section = docx.Document(BytesIO(writer_for("docx")(statement()))).sections[0]
    lengths = (section.page_width, section.top_margin, section.left_margin)
    assert [round(length.mm) for length in lengths if length] == [210, 37, 28]


def test_insertions_count_and_deletions_do_not_and_both_are_told() -> None:
    document = read_body(
        "<w:p><w:r><w:t>得分</w:t></w:r><w:ins><w:r><w:t>99</w:t></w:r></w:ins>"
        "<w:del><w:r><w:delText>100</w:delText></w:r></w:del></w:p>"
    )
    assert [block.text for block in document.parts[0].blocks if isinstance(block, Para)] == ["得分99"]
    assert len(document.notes) == 2


def test_hidden_words_and_rows_are_left_out_and_told() -> None:
    row = "<w:tr><w:trPr>{}</w:trPr>" + tc("{}") + "</w:tr>"
    document = read_body(
        "<w:p><w:r><w:t>得分</w:t></w:r><w:r><w:rPr><w:b/><w:vanish/></w:rPr><w:t>100</w:t></w:r>"
        '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>99</w:t></w:r></w:p>'
        "<w:tbl>" + row.format("", "看得见") + row.format("<w:hidden/>", "看不见") + "</w:tbl>"
    )
    assert lines(document)[0] == "得分99"
    assert document.notes == ("文件里有隐藏的文字，没有读入：“100看不见”。",)
    (table,) = [block for block in document.parts[0].blocks if isinstance(block, Table)]
    assert [[cell.text for cell in each] for each in table.rows] == [["看得见"]]


def test_a_hidden_paragraph_mark_hides_no_words() -> None:
    document = read_body("<w:p><w:pPr><w:rPr><w:vanish/></w:rPr></w:pPr><w:r><w:t>得分99</w:t></w:r></w:p>")
    assert (lines(document), document.notes) == (["得分99"], ())


def test_content_controls_are_looked_through() -> None:
    body = f"<w:sdt><w:sdtContent>{p('甲')}</w:sdtContent></w:sdt><w:p><w:sdt><w:sdtContent><w:r><w:t>乙</w:t></w:r></w:sdtContent></w:sdt></w:p>"
    assert [block.text for block in blocks(body) if isinstance(block, Para)] == ["甲", "乙"]


def test_tabs_part_the_texts_of_a_line_and_soft_breaks_stay() -> None:
    body = "<w:p><w:r><w:t>单位：甲</w:t><w:tab/><w:t>项目：乙</w:t></w:r></w:p><w:p><w:r><w:t>上</w:t><w:br/><w:t>下</w:t></w:r></w:p>"
    first, second = blocks(body)
    assert first == Para(Style.LINE, ("单位：甲", "项目：乙"))
    assert second == Para(Style.BODY, ("上\n下",))


@pytest.mark.parametrize(
    "between",
    [
        '<w:p><w:r><w:br w:type="page"/></w:r></w:p>',
        "<w:p><w:pPr><w:sectPr/></w:pPr></w:p>",
        "<w:p><w:pPr><w:pageBreakBefore/></w:pPr></w:p>",
    ],
)
def test_a_new_page_begins_a_new_part(between: str) -> None:
    assert [part.name for part in read_body(p("情况表") + between + p("评分表")).parts] == ["情况表", "评分表"]


def test_vertical_merges_left_gaps_and_ragged_rows_make_a_full_grid() -> None:
    down, on, wide = "<w:vMerge w:val='restart'/>", "<w:vMerge/>", "<w:gridSpan w:val='2'/>"
    body = (
        f"<w:tbl><w:tr>{tc('甲', down)}{tc('乙', wide)}</w:tr>"
        f"<w:tr>{tc('', on)}{tc('丙')}{tc('丁')}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{tc('戊')}</w:tr></w:tbl>"
    )
    assert grid_of(body) == [
        [("甲", 2, 1), ("乙", 1, 2)],
        [("丙", 1, 1), ("丁", 1, 1)],
        [("", 1, 1), ("戊", 1, 1), ("", 1, 1)],
    ]


def test_a_table_in_a_cell_becomes_lines_of_its_text() -> None:
    inner = f"<w:tbl><w:tr>{tc('一')}{tc('二')}</w:tr><w:tr>{tc('三')}{tc('四')}</w:tr></w:tbl>"
    body = f"<w:tbl><w:tr>{tc('左')}<w:tc>{p('外')}{inner}</w:tc></w:tr></w:tbl>"
    assert grid_of(body) == [[("左", 1, 1), ("外\n一 二\n三 四", 1, 1)]]


def test_a_frame_around_a_table_is_no_table() -> None:
    inner = f"<w:tbl><w:tr>{tc('一')}{tc('二')}</w:tr></w:tbl>"
    title, table, note = blocks(f"<w:tbl><w:tr>{tc('题')}</w:tr><w:tr><w:tc>{inner}{p('注')}</w:tc></w:tr></w:tbl>")
    assert isinstance(table, Table)
    assert [cell.text for cell in table.rows[0]] == ["一", "二"]
    assert [block.text for block in (title, note) if isinstance(block, Para)] == ["题", "注"]


LISTS = (
    "<w:abstractNum w:abstractNumId='0'>"
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='{kind}'/><w:lvlText w:val='%1、'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:suff w:val='space'/><w:lvlText w:val='%1.%2'/></w:lvl>"
    "</w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
    "<w:num w:numId='2'><w:abstractNumId w:val='0'/>"
    "<w:lvlOverride w:ilvl='0'><w:startOverride w:val='1'/></w:lvlOverride></w:num>"
)


def counted(text: str, level: int = 0, listed: int = 1) -> str:
    number = f"<w:numPr><w:ilvl w:val='{level}'/><w:numId w:val='{listed}'/></w:numPr>"
    return f"<w:p><w:pPr>{number}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


@pytest.mark.parametrize(
    ("kind", "shown"),
    [
        ("chineseCounting", ["一、概况", "二、绩效"]),
        ("japaneseCounting", ["一、概况", "二、绩效"]),
        ("chineseLegalSimplified", ["壹、概况", "贰、绩效"]),
        ("decimal", ["1、概况", "2、绩效"]),
        ("decimalEnclosedCircle", ["①、概况", "②、绩效"]),
        ("upperRoman", ["I、概况", "II、绩效"]),
        ("bullet", ["概况", "绩效"]),
    ],
)
def test_automatic_numbers_are_read_as_they_show(kind: str, shown: list[str]) -> None:
    body = counted("概况") + counted("绩效")
    assert lines(read_body(body, numbering=LISTS.replace("{kind}", kind))) == shown


def test_deeper_numbers_restart_and_a_list_may_begin_anew() -> None:
    body = counted("甲") + counted("乙", 1) + counted("丙", 1) + counted("丁") + counted("戊", 1) + counted("己", 0, 2)
    found = lines(read_body(body, numbering=LISTS.replace("{kind}", "decimal")))
    assert found == ["1、甲", "1.1 乙", "1.2 丙", "2、丁", "2.1 戊", "1、己"]


def test_a_style_may_number_its_paragraphs() -> None:
    styles = "<w:style w:styleId='H'><w:pPr><w:numPr><w:numId w:val='1'/></w:numPr></w:pPr></w:style><w:style w:styleId='K'><w:basedOn w:val='H'/></w:style>"
    body = "<w:p><w:pPr><w:pStyle w:val='K'/></w:pPr><w:r><w:t>概况</w:t></w:r></w:p>"
    document = read_body(body, styles=styles, numbering=LISTS.replace("{kind}", "chineseCounting"))
    assert lines(document) == ["一、概况"]


def test_a_rare_kind_of_number_is_left_out_and_told() -> None:
    document = read_body(counted("概况"), numbering=LISTS.replace("{kind}", "hebrew1"))
    assert document.notes == ("有的自动编号用了少见的格式，没有读入。",)


def test_numbers_in_the_cells_of_a_table_count_too() -> None:
    rows = "".join(f"<w:tr><w:tc>{counted('')}</w:tc>{tc(text)}</w:tr>" for text in ("甲", "乙"))
    (table,) = read_body(f"<w:tbl>{rows}</w:tbl>", numbering=LISTS.replace("{kind}", "decimal")).parts[0].blocks
    assert isinstance(table, Table)
    assert [[cell.text for cell in row] for row in table.rows] == [["1、", "甲"], ["2、", "乙"]]


@pytest.mark.parametrize(
    ("number", "written"), [(10, "十"), (11, "十一"), (20, "二十"), (101, "一百零一"), (110, "一百一十")]
)
def test_chinese_numbers_are_written_as_one_says_them(number: int, written: str) -> None:
    from jiping.formats.docx.ordinals import ordinal

    assert ordinal(number, "chineseCounting") == written


BOX = "<w:txbxContent>{}</w:txbxContent>"


@pytest.mark.parametrize(
    "drawn",
    [
        f"<w:drawing>{BOX}</w:drawing>",
        f"<w:pict>{BOX}</w:pict>",
        f"<mc:AlternateContent><mc:Choice><w:drawing>{BOX}</w:drawing></mc:Choice><mc:Fallback><w:pict>{BOX}</w:pict></mc:Fallback></mc:AlternateContent>",
    ],
)
def test_the_text_of_a_box_follows_its_paragraph_once(drawn: str) -> None:
    box = drawn.replace("{}", p("框内"))
    assert lines(read_body(f"<w:p><w:r><w:t>框外</w:t>{box}</w:r></w:p>" + p("后文"))) == ["框外", "框内", "后文"]


def test_ticks_of_forms_and_symbol_fonts_become_signs() -> None:
    form = "<w:fldChar><w:ffData><w:checkBox><w:checked/></w:checkBox></w:ffData></w:fldChar>"
    box = "<w:sym w:font='Wingdings' w:char='F0A8'/>"
    assert lines(read_body(f"<w:p><w:r>{form}<w:t>是 </w:t>{box}<w:t>否</w:t></w:r></w:p>")) == ["☑是 ☐否"]


def test_a_deleted_row_is_no_row() -> None:
    gone = "<w:tr><w:trPr><w:del/></w:trPr><w:tc><w:p><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p></w:tc></w:tr>"
    assert grid_of(f"<w:tbl><w:tr>{tc('甲')}</w:tr>{gone}</w:tbl>") == [[("甲", 1, 1)]]


def test_words_in_the_margin_are_told_and_page_numbers_are_not() -> None:
    assert read_body(p("正文"), header1=p("— 1 —")).notes == ()
    assert read_body(p("正文"), header1=p("内部资料")).notes == ("页眉、页脚里的文字没有读入：内部资料。",)


def test_the_paragraph_behind_a_last_table_is_too_thin_to_begin_a_page() -> None:
    styles = etree.fromstring(fixed_member("word/styles.xml"))
    (spacing,) = (style.find(f"{q('pPr')}/{q('spacing')}") for style in styles if style.get(q("styleId")) == "joint")
    assert spacing is not None
    assert (spacing.get(q("line")), spacing.get(q("lineRule"))) == ("1", "exact")
