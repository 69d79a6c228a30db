"""How the workbook looks: calm, official, printable. Colours and fonts stand here and nowhere else."""

from collections.abc import Callable, Mapping
from functools import cache
from types import MappingProxyType
from typing import Any

from dvk_office.rules.layout import Column
from dvk_office.workbook.number_codes import CODES, TEXT

Style = Mapping[str, Any]
Formats = Mapping[str, Any]

INK, RED, GREY, LINE = "#1F3864", "#C00000", "#595959", "#BFBFBF"
GREEN, BROWN, BAR, FONT = "#375623", "#9C5700", "#2E75B6", "Times New Roman"
TAB_COLOURS: Mapping[str, str] = MappingProxyType(
    {
        "setup": "#7F7F7F",
        "registration": "#2E75B6",
        "work": "#548235",
        "appraisal": "#BF8F00",
        "rewards": "#C55A11",
        "records": "#7B5EA7",
        "results": "#C00000",
    }
)
_BASE: Style = {"font_name": FONT, "font_size": 11}
_CELL: Style = {**_BASE, "valign": "top", "border": 1, "border_color": LINE}
_HEAD: Style = {
    **_BASE,
    "bold": True,
    "align": "center",
    "valign": "vcenter",
    "text_wrap": True,
    "border": 1,
    "border_color": "#8EA9DB",
    "font_color": INK,
    "bg_color": "#DDEBF7",
}
_BAND: Style = {
    **_BASE,
    "bold": True,
    "font_color": INK,
    "bg_color": "#BDD7EE",
    "valign": "vcenter",
    "left": 1,
    "left_color": "#8EA9DB",
}
_WRAPPED: Style = {"text_wrap": True}
_CENTRED: Style = {"align": "center"}
_GREY: Style = {"bg_color": "#F2F2F2", "font_color": GREY}
_LOOKS: Mapping[str, Style] = MappingProxyType(
    {
        "text": _WRAPPED,
        "email": _WRAPPED,
        "long_text": _WRAPPED,
        "any": {**_WRAPPED, "align": "left"},
        "choice": _WRAPPED,
        "code": _CENTRED,
        "codes": {**_CENTRED, **_WRAPPED},
        "document_number": {**_CENTRED, **_WRAPPED},
        "phone": _CENTRED,
        "tick": _CENTRED,
        "date": _CENTRED,
        "time": _CENTRED,
        "moment": _CENTRED,
        "span": _CENTRED,
        "year": _CENTRED,
        "integer": _CENTRED,
        "number": _CENTRED,
        "money": {},
        "computed": {**_WRAPPED, **_GREY},
        "tally": {**_CENTRED, **_GREY},
    }
)
_KINDS: Mapping[str, Style] = MappingProxyType(
    {
        kind: {**look, **({"num_format": CODES[kind]} if kind in CODES else {})}
        for kind, look in _LOOKS.items()
    }
)
_BOARD: Style = {**_BASE, "valign": "vcenter"}
_LISTED: Style = {**_BOARD, "bottom": 4, "bottom_color": LINE, "indent": 1}
_MIDDLE: Style = {"align": "center", "indent": 0}
_LEFT: Style = {"align": "left", "valign": "vcenter"}
_CARD: Style = {**_BOARD, "align": "center", "left": 1, "right": 1, "border_color": LINE}
_BOARDS: Mapping[str, Style] = MappingProxyType(
    {
        "board_title": {
            **_BOARD,
            "bold": True,
            "font_size": 16,
            "font_color": INK,
            "align": "center",
        },
        "board_place": {**_BOARD, "bold": True, "font_size": 12, "font_color": INK},
        "board_right": {**_BOARD, "align": "right", "indent": 1, "font_color": GREY},
        "board_day": {
            **_BOARD,
            "bold": True,
            "align": "left",
            "num_format": "dd/mm/yyyy",
            "indent": 1,
        },
        "board_doubts": {**_BOARD, "italic": True, "text_wrap": True, "font_color": GREEN},
        "board_heading": {
            **_BOARD,
            "bold": True,
            "font_size": 12,
            "font_color": INK,
            "bottom": 2,
            "bottom_color": "#2E75B6",
        },
        "board_header": {**_BOARD, "font_color": GREY, "font_size": 10, "indent": 1},
        "board_header_mid": {**_BOARD, **_MIDDLE, "font_color": GREY, "font_size": 10},
        "board_text": {**_LISTED, "shrink": True},
        "board_date": {**_LISTED, **_MIDDLE, "num_format": "dd/mm/yyyy"},
        "board_state": {**_LISTED, **_MIDDLE, "bold": True},
        "board_number": {**_LISTED, **_MIDDLE, "bold": True},
        "board_link": {**_LISTED, **_MIDDLE, "font_color": "#0563C1", "underline": 1},
        "board_button": {**_LISTED, **_MIDDLE, "font_color": INK},
        "card_name": {**_CARD, "top": 1, "text_wrap": True, "font_size": 10, "font_color": INK},
        "card_figure": {**_CARD, "bold": True, "font_size": 28},
        "card_state": {**_CARD, "bold": True, "font_size": 12},
        "card_beside": {**_CARD, "bottom": 1, "font_size": 9, "font_color": GREY, "shrink": True},
        "card_met": {"font_color": GREEN, "bg_color": "#E2EFDA"},
        "card_short": {"font_color": RED, "bg_color": "#FCE4D6"},
        "card:link": {**_CELL, **_LEFT, "text_wrap": True, "font_color": "#0563C1", "underline": 1},
        "guide_line": {**_BOARD, "text_wrap": True},
        "card_label": {
            **_CELL,
            "valign": "vcenter",
            "bg_color": "#F2F2F2",
            "font_color": GREY,
            "shrink": True,
        },
        "entry": {
            **_BOARD,
            **_CENTRED,
            "num_format": TEXT,
            "bold": True,
            "locked": False,
            "border": 1,
            "border_color": BAR,
            "bg_color": "#FFF2CC",
        },
        "late": {"font_color": RED, "bold": True},
        "near": {"font_color": BROWN, "bold": True},
        "done": {"font_color": GREEN, "bold": True},
    }
)
_OTHERS: Mapping[str, Style] = MappingProxyType(
    {
        "title": {**_BASE, "bold": True, "font_size": 15, "font_color": INK, "valign": "vcenter"},
        "hint": {**_BASE, "italic": True, "font_color": GREY, "valign": "vcenter"},
        "sample": {**_BASE, "bold": True, "font_color": RED, "valign": "vcenter"},
        "prose": {**_BASE, "font_size": 12, "text_wrap": True, "valign": "top"},
        "band": {**_BAND, "left": 0},
        "band_first": _BAND,
        "header": _HEAD,
        "header_required": {**_HEAD, "font_color": RED},
        "header_sometimes": {**_HEAD, "font_color": "#C55A11"},
        "header_computed": {**_HEAD, "font_color": GREY, "bg_color": "#E7E6E6"},
        "label": {**_CELL, "text_wrap": True, "bg_color": "#F2F2F2"},
        "label_required": {**_CELL, "text_wrap": True, "bg_color": "#F2F2F2", "font_color": RED},
        "group": {**_CELL, "text_wrap": True, "font_color": INK},
        "summary": {**_BASE, "bold": True, "valign": "vcenter"},
        "link": {
            **_BASE,
            "valign": "top",
            "text_wrap": True,
            "font_color": "#0563C1",
            "underline": 1,
        },
        "look_row": {"border": 1, "border_color": LINE},
        "look_head": {"bold": True, "font_color": INK, "bg_color": "#DDEBF7"},
        "look_error": {"bold": True, "font_color": RED},
        "look_warning": {"bold": True, "font_color": BROWN},
        "look_note": {"bold": True, "font_color": GREY},
        "look_good": {"bold": True, "font_color": GREEN},
        "look_bad": {"bold": True, "font_color": RED},
        "mark_none": {},  # LibreOffice would take the default look for a rule that has none
        "mark_error": {"bg_color": "#F8CBAD", "border": 1, "border_color": RED},
        "mark_warning": {"bg_color": "#FFE699", "border": 1, "border_color": "#BF8F00"},
        "mark_note": {"bg_color": "#DDEBF7", "border": 1, "border_color": "#2E75B6"},
        "button_group": {**_BASE, "bold": True, "font_color": INK, "valign": "vcenter"},
    }
)


def options() -> dict[str, Any]:
    """The options of a new workbook: texts stay texts, no files on the way, our font for the measure of columns.

    Made anew each time, for XlsxWriter writes into it.
    """
    font = dict(_BASE)
    return {"in_memory": True, "strings_to_urls": False, "default_format_properties": font}


def formats(workbook: Any) -> Formats:
    """Every format of the workbook: by the kind of a cell, `column:` and a kind for whole columns, by name."""
    return MappingProxyType({name: workbook.add_format(one) for name, one in _styles().items()})


def shown_formats(workbook: Any) -> Callable[[str, int | str], Any]:
    """The format of a name that shows numbers by a code of the office's, or as the built-in format of this number."""
    styles = _styles()

    @cache
    def shown(name: str, code: int | str) -> Any:
        return workbook.add_format({**styles[name], "num_format": code})

    return shown


def _styles() -> Mapping[str, Style]:
    cells = {kind: {**_CELL, **style} for kind, style in _KINDS.items()}
    columns = {
        f"column:{kind}": {**_BASE, "valign": "top", **_unfilled(style)}
        for kind, style in _KINDS.items()
    }
    left = {f"left:{kind}": {**style, "align": "left"} for kind, style in cells.items()}
    cards = {
        f"card:{kind}": {**style, **_LEFT, "text_wrap": True, "bg_color": "#FFFFFF"}
        for kind, style in cells.items()
    }
    return {**cells, **columns, **left, **cards, **_OTHERS, **_BOARDS}


def cell_style(column: Column) -> str:
    """The format of the cells of a column; figures that say whether a row counts are shown as ticks."""
    counts = column.key.startswith("counts_") or column.key == "covered"
    return "tally" if counts and column.kind == "computed" else column.kind


def _unfilled(style: Style) -> Style:
    return {key: value for key, value in style.items() if key != "bg_color"}
