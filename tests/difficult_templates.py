"""Templates that are hard to fill, and values for them: what docxtpl's language allows, and what offices write."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.word_files import cell, p, r, row, table, word_file

DIRECT, MENDED = "direct", "mended"
MODELS = (
    {"name": "Đường hoa & cây xanh", "n": 1, "parts": (1, 2)},
    {"name": "Tổ tự quản\nhai dòng\tcột", "n": 2, "parts": ()},
    {"name": "{{ 7*7 }} {_{ x }_} {% for %}", "n": 3, "parts": (3,)},
)
VALUES: Mapping[str, Any] = {
    "a": "A & B < C > \"D\" 'E'",
    "blank": "",
    "yes": True,
    "no": False,
    "models": MODELS,
    "nothing": (),
    "columns": ("x", "y", "z"),
    "breaks": "một\nhai\tba\r\nbốn\u2028năm\fsáu\abảy\x0btám",
}
DRAWING = '<w:r><w:drawing><wp:inline><wp:docPr id="7" name="Hình"/></wp:inline></w:drawing></w:r>'
BOLD = "<w:rPr><w:b/></w:rPr>"


@dataclass(frozen=True)
class Specimen:
    """A template, and the way in which it is filled: its text as it is, or after docxtpl's mending."""

    template: bytes
    way: str = DIRECT


def _loop(*rows: str, over: str = "m in models", columns: int = 1) -> str:
    """A table with a heading row, and `rows` that are repeated."""
    blank = [""] * (columns - 1)
    start, end = row(f"{{%tr for {over} %}}", *blank), row("{%tr endfor %}", *blank)
    return table(row(*["TT"] * columns), start, *rows, end, columns=columns)


def _merged() -> str:
    cells = row("{% vm %}{{ a }}", "{{ m.name }}")
    return _loop(cells, columns=2)


def _spanned(tag: str) -> str:
    return table(row("a", "b", "c"), f"<w:tr>{cell(p(tag + '{{ a }}'))}</w:tr>", columns=3)


SPECIMENS: Mapping[str, Specimen] = {
    "values": Specimen(word_file(p("Trước {{ a }} sau"), p("{{ blank }}"), p("{{ models[0].n }}"))),
    "no tag": Specimen(word_file(p("không có gì"))),
    "no text": Specimen(word_file()),
    "a tag split by formatting": Specimen(
        word_file(f"<w:p>{r('{')}{r('{ a', BOLD)}{r(' }')}{r('}')}{r(' xong')}</w:p>")
    ),
    "a tag split by a spelling mark": Specimen(
        word_file(
            f'<w:p>{r("{{ ")}<w:proofErr w:type="spellStart"/>{r("a", BOLD)}'
            f"{r(' }} và {% if yes')}{r(' %}có{% endif %}')}</w:p>"
        )
    ),
    "a text without space kept": Specimen(
        word_file("<w:p><w:r><w:t>x {{ a }} </w:t></w:r><w:r><w:t>{{ blank }}</w:t></w:r></w:p>")
    ),
    "typographic quotes in a tag": Specimen(
        word_file(p("{{ “chữ” ~ a }} {% if blank == ‘’ %}rỗng{% endif %} {{ 1 &lt; 2 }}"))
    ),
    "rows": Specimen(word_file(_loop(row("{{ m.n }}", "{{ m.name }}"), columns=2))),
    "no rows": Specimen(word_file(_loop(row("{{ m.n }}"), over="m in nothing"))),
    "rows chosen": Specimen(
        word_file(
            table(
                row("{%tr if no %}"),
                row("không"),
                row("{%tr else %}"),
                row("{{ a }}"),
                row("{%tr endif %}"),
                row("cuối"),
            )
        )
    ),
    "rows without a row that always stands": Specimen(
        word_file(table(row("{%tr for m in models %}"), row("{{ m.n }}"), row("{%tr endfor %}"))),
        MENDED,
    ),
    "columns": Specimen(
        word_file(
            table(row("{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"), columns=3),
            table(row("{%tc for c in columns %}", "{{ c }}", "{%tc endfor %}"), columns=1),
        ),
        MENDED,
    ),
    "a cell chosen": Specimen(
        word_file(table(row("{%tc if no %}", "{{ a }}", "{%tc endif %}", "b"), columns=2)), MENDED
    ),
    "paragraphs": Specimen(
        word_file(
            p("{%p for m in models %}"),
            p("{{ loop.index }}/{{ loop.length }}. {{ m.name }}"),
            p("{%p endfor %}"),
            p("{%p if no %}"),
            p("không"),
            p("{%p elif yes %}"),
            p("có"),
            p("{%p endif %}"),
        )
    ),
    "runs": Specimen(
        word_file(f"<w:p>{r('{%r if yes %}')}{r('{{ a }}', BOLD)}{r('{%r endif %}')}{r('.')}</w:p>")
    ),
    "choices in a line": Specimen(
        word_file(
            p("{% if no %}x{% elif yes %}y{% endif %}{% for m in models %}{{ m.n }},{% endfor %}")
        )
    ),
    "a choice from one paragraph to another": Specimen(
        word_file(
            p("{% if yes %}đầu {{ a }}"),
            p("giữa"),
            p("cuối{% endif %} hết"),
            p("{% for m in models %}mở {{ m.n }}"),
            p("đóng{% endfor %}"),
        )
    ),
    "a choice that crosses a table": Specimen(
        word_file(p("{% if no %}mở"), table(row("đóng{% endif %}"))), MENDED
    ),
    "dashes that join lines": Specimen(
        word_file(p("đầu "), p("{%- if yes -%}"), p(" giữa"), p("{%- endif %} hết"))
    ),
    "dashes inside a line": Specimen(word_file(p("a {%- if yes %} b {%- endif -%} c {{- a -}} d"))),
    "comments": Specimen(
        word_file(p("{# bỏ #}còn"), p("{#p cả đoạn #}"), table(row("{#tr cả dòng #}"), row("x")))
    ),
    "names set": Specimen(
        word_file(p("{% set x = a ~ '!' %}{{ x }}{% with y = x %}{{ y }}{% endwith %}"))
    ),
    "filters": Specimen(
        word_file(
            p(
                "{{ a|upper }} {{ models|length }} {{ columns|join(', ') }} {{ a|replace('A', 'Ă') }}"
            ),
            p(
                "{{ blank|default('trống', true) }} {{ '%02d'|format(7) }} {{ 'abc'.replace('a', 'ă') }}"
            ),
            p("{{ models|map(attribute='n')|sum }} {{ columns|first|center(7) }}"),
        )
    ),
    "a filter that escapes": Specimen(word_file(p("{{ a|e }}"), p("{{ a }}"))),
    "macros": Specimen(
        word_file(p("{% macro f(x) %}[{{ x }}]{% endmacro %}{{ f(a) }}{{ f(blank) }}")), MENDED
    ),
    "a text set aside": Specimen(word_file(p("{% set q %}({{ a }}){% endset %}{{ q }}")), MENDED),
    "a loop in itself": Specimen(
        word_file(p("{% for c in columns recursive %}{{ c }}{% endfor %}")), MENDED
    ),
    "docxtpl's own escapes": Specimen(word_file(p("{_{ a }_} {_% x %_} {{ a }}"))),
    "raw text": Specimen(word_file(p("{% raw %}{{ a }}{% endraw %} {{ a }}"))),
    "rich text": Specimen(
        word_file(p("{{r rich }} sau"), p("{{ listing }}"), p("{{ a }}")), MENDED
    ),
    "rich paragraphs": Specimen(word_file(p("{{p paragraphs }}"), p("sau")), MENDED),
    "breaks, tabs and pages": Specimen(
        word_file(p("{{ a }} trước {{ breaks }} sau", '<w:pPr><w:jc w:val="both"/></w:pPr>'))
    ),
    "breaks of a bold text": Specimen(word_file(f"<w:p>{r('{{ breaks }}', BOLD)}{r('.')}</w:p>")),
    "a paragraph that is empty before breaks": Specimen(
        word_file('<w:p w:rsidR="00A1"/>', p("{{ breaks }}"), '<w:p w:rsidR="00A2"/>', p("x\ty"))
    ),
    "header and footer": Specimen(
        word_file(
            p("{{ a }}"),
            header=p("Đầu {{ a }} {{ blank }} ")
            + p("{%p for m in models %}")
            + p("{{ m.name }}")
            + p("{%p endfor %}"),
            footer=table(row("chân {{ a }}")),
        )
    ),
    "header and footer without a tag": Specimen(
        word_file(p("{{ a }}"), header=p("Đầu"), footer=p("ch\tân"))
    ),
    "a header of a blank value": Specimen(
        word_file(p("x"), header="<w:p><w:r><w:t>{{ blank }} {{ blank }}</w:t></w:r></w:p>")
    ),
    "a header with a space between runs": Specimen(
        word_file(
            p("x"), header=f"<w:p>{r('{%r if yes %}')} {r('{%r endif %}')}{r('{{ a }}')}</w:p>"
        )
    ),
    "properties of the file": Specimen(
        word_file(
            p("{{ a }}"),
            core="<dc:title>Tên {{ columns[0] }}</dc:title><dc:subject>s</dc:subject>"
            "<dc:creator>{% if yes %}Văn phòng{% endif %}</dc:creator>",
        )
    ),
    "a table in a table": Specimen(
        word_file(
            _loop(
                row(
                    p("{{ m.name }}")
                    + table(
                        row("h", "i"),
                        row("{%tr for s in m.parts %}", ""),
                        row("{{ s }}", "."),
                        row("{%tr endfor %}", ""),
                        columns=2,
                    )
                    + p(""),
                    "{{ m.n }}",
                ),
                columns=2,
            )
        )
    ),
    "a wider table in a table": Specimen(
        word_file(_loop(row(p("{{ m.n }}") + table(row("a", "{{ a }}"), columns=2) + p("")))),
        MENDED,
    ),
    "a grid wider than its rows": Specimen(word_file(table(row("{{ a }}"), columns=3)), MENDED),
    "a cell over columns": Specimen(
        word_file(
            table(
                row("a", "b"),
                "<w:tr>" + cell("{{ a }}", '<w:gridSpan w:val="2"/>') + "</w:tr>",
                columns=2,
            )
        )
    ),
    "colspan": Specimen(word_file(_spanned("{% colspan models|length %}")), MENDED),
    "cellbg": Specimen(word_file(_spanned("{% cellbg 'FF0000' if yes else '00FF00' %}"))),
    "cells merged downwards": Specimen(word_file(_merged()), MENDED),
    "cells merged sideways": Specimen(
        word_file(
            table(
                row("{%tc for m in models %}", "{% hm %}{{ a }}", "{%tc endfor %}"),
                row("{%tc for m in models %}", "{{ m.n }}", "{%tc endfor %}"),
                columns=3,
            )
        ),
        MENDED,
    ),
    "a value in a property": Specimen(
        word_file(p("{{ a }}", '<w:pPr><w:pStyle w:val="{{ a }}"/></w:pPr>'))
    ),
    "drawings to be numbered": Specimen(
        word_file(f"<w:p>{DRAWING}{r('{{ a }}')}{DRAWING}</w:p>"), MENDED
    ),
    "a drawing in a header": Specimen(
        word_file(p("{{ a }}"), header=f"<w:p>{DRAWING}{r('{{ a }}')}</w:p>"), MENDED
    ),
    "a field to be written in": Specimen(
        word_file(
            '<w:sdt><w:sdtPr><w:tag w:val="dvk.x"/></w:sdtPr>'
            f"<w:sdtContent>{p('{{ a }}')}</w:sdtContent></w:sdt>"
        )
    ),
    "a field of Word": Specimen(
        word_file(f'<w:p><w:fldSimple w:instr=" PAGE ">{r("1")}</w:fldSimple>{r("{{ a }}")}</w:p>')
    ),
}
