"""A Word file as its paragraphs and styles, also where other programs or tracked changes left their marks."""

import pytest

from dvk_office.documents.word_file import BODY, FOOTER, FOOTNOTES, HEADER, WordFile, read_word_file
from dvk_office.documents.word_styles import (
    MARKED,
    PLAIN,
    font_of,
    is_bordered,
    stays_with_next,
)
from tests.word_files import W, p, r, row, table, unzipped, word_file, zipped

MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
BOX = "<w:txbxContent>{}</w:txbxContent>"
STYLES = f"""<w:styles xmlns:w="{W}">
<w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:asciiTheme="minorHAnsi" w:hAnsi="Arial"/></w:rPr></w:rPrDefault></w:docDefaults>
<w:style w:type="paragraph" w:default="1" w:styleId="Normal"/>
<w:style w:type="paragraph" w:styleId="base"><w:pPr><w:keepNext/></w:pPr><w:rPr><w:rFonts w:ascii="Cambria"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="own"><w:basedOn w:val="base"/><w:rPr><w:rFonts w:hAnsi="Times New Roman"/></w:rPr></w:style>
<w:style w:type="paragraph" w:styleId="loose"><w:basedOn w:val="base"/><w:pPr><w:keepNext w:val="0"/></w:pPr></w:style>
<w:style w:type="paragraph" w:styleId="round"><w:basedOn w:val="round"/></w:style>
<w:style w:type="character" w:styleId="sign"><w:rPr><w:rFonts w:ascii="Courier New"/></w:rPr></w:style>
<w:style w:type="table" w:styleId="grid"><w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr></w:style>
</w:styles>"""
THEME = """<a:theme xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">
<a:minorFont><a:latin typeface="Calibri"/></a:minorFont></a:theme>"""


def read(*body: str, **parts: str) -> WordFile:
    return read_word_file("a.docx", word_file(*body, **parts))


def styled(*body: str) -> WordFile:
    parts = {"word/styles.xml": STYLES.encode(), "word/theme/theme1.xml": THEME.encode()}
    return read_word_file("a.docx", word_file(*body, parts=parts))


def texts(file: WordFile) -> list[str]:
    return [one.text for one in file.lines]


def test_paragraphs_are_counted_in_each_part_with_those_of_tables() -> None:
    file = read(
        p("một"),
        table(row("hai", "ba"), columns=2),
        p("bốn"),
        header=p("đầu"),
        footer=p("chân"),
        footnotes=f'<w:footnote w:id="2">{p("chú")}</w:footnote>',
    )
    assert [(one.part, one.number, one.text) for one in file.lines] == [
        (BODY, 1, "một"),
        (BODY, 2, "hai"),
        (BODY, 3, "ba"),
        (BODY, 4, "bốn"),
        (HEADER, 1, "đầu"),
        (FOOTER, 1, "chân"),
        (FOOTNOTES, 1, "chú"),
    ]


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (r("a") + "<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r>", "a\tb\nc"),
        (f"<w:ins>{r('mới')}</w:ins><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del>", "mới"),
        (f"<w:hyperlink>{r('liên')}</w:hyperlink>{r(' kết')}", "liên kết"),
        (f"<w:sdt><w:sdtContent>{r('ô')}</w:sdtContent></w:sdt>", "ô"),
        ("<w:pPr><w:tabs><w:tab w:val='left' w:pos='1'/></w:tabs></w:pPr>" + r("a"), "a"),
    ],
)
def test_a_paragraph_reads_as_word_shows_it(inside: str, text: str) -> None:
    assert texts(read(f"<w:p>{inside}</w:p>")) == [text]


def test_what_a_drawing_holds_twice_is_read_once() -> None:
    choice = f'<mc:Choice Requires="wps">{BOX.format(p("khung"))}</mc:Choice>'
    again = f"<mc:Fallback>{BOX.format(p('khung'))}</mc:Fallback>"
    drawing = f'<mc:AlternateContent xmlns:mc="{MC}">{choice}{again}</mc:AlternateContent>'
    file = read(f"<w:p>{r('trước')}<w:r>{drawing}</w:r></w:p>")
    assert texts(file) == ["trước", "khung"]


def test_a_place_names_file_part_paragraph_and_the_beginning_of_its_text() -> None:
    file = read(p("chữ " * 30), p(""), header=p("đầu"))
    assert [str(file.place(one)) for one in file.lines] == [
        f"a.docx, thân văn bản, đoạn 1 (“{('chữ ' * 10).strip()}…”)",
        "a.docx, thân văn bản, đoạn 2",
        "a.docx, đầu trang, đoạn 1 (“đầu”)",
    ]
    assert str(file.place()) == "a.docx"


def of_run(looks: str) -> str:
    """A paragraph of one run that looks like this."""
    return f"<w:p>{r('a', f'<w:rPr>{looks}</w:rPr>')}</w:p>"


def fonts(paragraph: str) -> list[tuple[str, str]]:
    file = styled(paragraph)
    [line] = file.lines
    return [
        (font_of(file.styles, run, PLAIN), font_of(file.styles, run, MARKED))
        for run in line.element.iter(f"{{{W}}}r")
    ]


@pytest.mark.parametrize(
    ("paragraph", "expected"),
    [
        (p("a"), ("Calibri", "Arial")),
        (p("a", '<w:pPr><w:pStyle w:val="own"/></w:pPr>'), ("Cambria", "Times New Roman")),
        (p("a", '<w:pPr><w:pStyle w:val="round"/></w:pPr>'), ("Calibri", "Arial")),
        (
            of_run('<w:rStyle w:val="sign"/>'),
            ("Courier New", "Arial"),
        ),
        (
            of_run('<w:rFonts w:ascii="Tahoma" w:hAnsi="Tahoma"/>'),
            ("Tahoma", "Tahoma"),
        ),
    ],
)
def test_letters_have_the_nearest_font_that_is_said_of_them(
    paragraph: str, expected: tuple[str, str]
) -> None:
    assert fonts(paragraph) == [expected]


@pytest.mark.parametrize(
    ("style", "kept"), [("Normal", False), ("base", True), ("own", True), ("loose", False)]
)
def test_a_style_may_keep_a_paragraph_with_the_next_and_one_of_it_may_not(
    style: str, *, kept: bool
) -> None:
    file = styled(p("a", f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'))
    assert stays_with_next(file.styles, file.lines[0].element) is kept


@pytest.mark.parametrize(
    ("properties", "bordered"),
    [
        ("<w:tblPr/>", False),
        ('<w:tblPr><w:tblStyle w:val="grid"/></w:tblPr>', True),
        ('<w:tblPr><w:tblBorders><w:insideH w:val="nil"/></w:tblBorders></w:tblPr>', False),
        ('<w:tblPr><w:tblBorders><w:insideH w:val="single"/></w:tblBorders></w:tblPr>', True),
        (
            '<w:tblPr><w:tblStyle w:val="grid"/><w:tblBorders><w:insideH w:val="none"/></w:tblBorders></w:tblPr>',
            False,
        ),
    ],
)
def test_a_table_with_lines_between_its_rows_is_a_list(properties: str, *, bordered: bool) -> None:
    file = styled(table(row("a")).replace("<w:tblPr/>", properties))
    [found] = file.body.iter(f"{{{W}}}tbl")
    assert is_bordered(file.styles, found) is bordered


def test_a_file_without_styles_has_no_font_and_nothing_kept() -> None:
    parts = {
        name: part for name, part in unzipped(word_file(p("a"))).items() if "styles" not in name
    }
    file = read_word_file("a.docx", zipped(parts))
    [run] = file.lines[0].element.iter(f"{{{W}}}r")
    assert font_of(file.styles, run, PLAIN) == ""
    assert not stays_with_next(file.styles, file.lines[0].element)
