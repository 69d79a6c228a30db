"""Whatever somebody puts together of docxtpl's language, the fast way gives what docxtpl gives, or leaves it to it."""

from io import BytesIO
from typing import Any

from docxtpl import DocxTemplate
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from dvk_office.documents.fast_render import compiled, fast_rendered
from dvk_office.documents.sandbox import environment
from tests.word_files import p, row, table, unzipped, word_file

TEXTS = st.text(st.sampled_from("aĐ &<>\"'{}%#_\t\n\f\a]"), max_size=6)
PIECES = st.sampled_from(
    [
        "x",
        " ",
        "{{ a }}",
        "{{ b }} ",
        "{{ m.n }}",
        "{% if yes %}{{ a }}{% else %} {% endif %}",
        "{% for m in many %}{{ m.n }},{% endfor %}",
        "{%- if no -%}k{%- endif -%}",
        "{# bỏ #}",
        "{_{ ",
        "\t",
    ]
)
LINES = st.lists(PIECES, max_size=3).map(lambda pieces: p("".join(pieces)))
PAIRS = st.sampled_from(
    [
        ("{%%%s for m in many %%}", "{%%%s endfor %%}"),
        ("{%%%s if no %%}", "{%%%s endif %%}"),
        ("{%%%s if yes %%}", "{%%%s endif %%}"),
    ]
)


def whole(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """Blocks with a loop or a choice around them."""
    return st.tuples(PAIRS, blocks).map(
        lambda made: [p(made[0][0] % "p"), *made[1], p(made[0][1] % "p")]
    )


def across(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """Blocks with a loop or a choice that begins and ends inside the lines or tables around them."""
    ends = st.sampled_from([p, lambda text: table(row(text)), lambda text: table(row("x", text))])
    return st.tuples(PAIRS, ends, ends, blocks).map(
        lambda made: [
            made[1]("đầu " + made[0][0] % ""),
            *made[3],
            made[2](made[0][1] % "" + " cuối"),
        ]
    )


def grids(blocks: st.SearchStrategy[list[str]]) -> st.SearchStrategy[list[str]]:
    """A table of one to three columns, some of its rows or cells made by a loop or a choice."""
    cells = st.lists(st.one_of(blocks, st.just([])).map("".join).map(_cell), min_size=1, max_size=3)
    rows = st.tuples(st.sampled_from(["", "tr", "tc"]), PAIRS, cells).map(_rows)
    return st.tuples(st.lists(rows, min_size=1, max_size=3), st.integers(1, 3)).map(
        lambda made: [table(*("".join(one) for one in made[0]), columns=made[1]), p("")]
    )


def _cell(inside: str) -> str:
    return inside if inside.endswith("</w:p>") else inside + p("ô")


def _rows(made: tuple[str, tuple[str, str], list[str]]) -> list[str]:
    kind, (start, end), cells = made
    if kind == "tr":
        return [row(start % kind), row(*cells), row(end % kind)]
    return [row(*((start % kind, *cells, end % kind) if kind else cells))]


BLOCKS = st.recursive(
    st.lists(LINES, min_size=1, max_size=2),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda two: [*two[0], *two[1]]),
        whole(inner),
        across(inner),
        grids(inner),
    ),
    max_leaves=5,
)
VALUES = st.fixed_dictionaries(
    {
        "a": TEXTS,
        "b": TEXTS,
        "m": st.just({"n": "ngoài"}),
        "yes": st.booleans(),
        "no": st.booleans(),
        "many": st.lists(st.fixed_dictionaries({"n": TEXTS}), max_size=3),
    }
)


def by_docxtpl(template: bytes, context: dict[str, Any]) -> dict[str, bytes] | None:
    """The parts of the paper; None where docxtpl makes none."""
    document = DocxTemplate(BytesIO(template))
    written = BytesIO()
    try:
        document.render(dict(context), environment())
        document.save(written)
    except Exception:  # noqa: BLE001 - whatever it is, there is no paper
        return None
    return canonical(written.getvalue())


def canonical(content: bytes) -> dict[str, bytes]:
    return {
        name: etree.tostring(etree.fromstring(part), method="c14n")
        for name, part in unzipped(content).items()
    }


def quickly(template: bytes, context: dict[str, Any]) -> dict[str, bytes] | None:
    """The parts that the fast way makes; None where it makes none."""
    try:
        found = fast_rendered(template, context)
    except Exception:  # noqa: BLE001 - whatever it is, there is no paper
        return None
    return None if found is None else canonical(found)


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS, BLOCKS, VALUES)
def test_any_template_is_filled_as_docxtpl_fills_it_or_left_to_it(
    body: list[str], header: list[str], context: dict[str, Any]
) -> None:
    template = word_file(*body, header="".join(header))
    found = quickly(template, context)
    if found is not None:
        assert found == by_docxtpl(template, context)


@settings(max_examples=75, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(BLOCKS, VALUES, VALUES)
def test_what_is_proven_for_all_values_is_so_for_each(
    body: list[str], first: dict[str, Any], second: dict[str, Any]
) -> None:
    template = word_file(*body)
    ready = compiled(template)
    if ready is not None and ready.direct:
        for context in (first, second):
            assert quickly(template, context) == by_docxtpl(template, context)


@given(
    st.lists(st.one_of(TEXTS, st.sampled_from(["<w:p>", "</w:p>", "<w:p/>", "<w:r>"])), max_size=9)
)
def test_breaks_are_resolved_as_docxtpl_resolves_them(pieces: list[str]) -> None:
    from dvk_office.documents.by_docxtpl import opened
    from dvk_office.documents.fast_render import resolved

    template = opened(word_file())
    body = [f"<w:p><w:pPr><w:b/></w:pPr><w:r><w:t>{one}</w:t></w:r></w:p>" for one in pieces]
    for text in ("".join(pieces), "".join(body), f"{''.join(pieces)}<w:p/>{''.join(body)}"):
        assert resolved(text, template) == template.resolve_listing(text)
