"""How the workbook looks: calm, official, printable. Colours and fonts stand here and nowhere else."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Style = Mapping[str, Any]
Formats = Mapping[str, Any]

INK, RED, GREY, LINE = "#1F3864", "#C00000", "#595959", "#BFBFBF"
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
_BASE: Style = {"font_name": "Times New Roman", "font_size": 11}
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
_PLAIN: Style = {"text_wrap": True, "num_format": "@"}
_CODE: Style = {"align": "center", "num_format": "@"}
_CENTRED: Style = {"align": "center"}
_KINDS: Mapping[str, Style] = MappingProxyType(
    {
        "text": _PLAIN,
        "email": _PLAIN,
        "long_text": {"text_wrap": True},
        "any": {"text_wrap": True, "align": "left"},
        "choice": {"text_wrap": True},
        "code": _CODE,
        "codes": {**_CODE, "text_wrap": True},
        "document_number": {**_CODE, "text_wrap": True},
        "phone": _CODE,
        "tick": _CENTRED,
        "date": {"align": "center", "num_format": "dd/mm/yyyy"},
        "time": {"align": "center", "num_format": "hh:mm"},
        "moment": {"align": "center", "num_format": "dd/mm/yyyy hh:mm"},
        "year": {"align": "center", "num_format": "0"},
        "integer": {"num_format": "#,##0"},
        "number": {},
        "money": {"num_format": "#,##0"},
        "computed": {"text_wrap": True, "bg_color": "#F2F2F2", "font_color": GREY},
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
        "header_computed": {**_HEAD, "font_color": GREY, "bg_color": "#E7E6E6"},
        "label": {**_CELL, "text_wrap": True, "bg_color": "#F2F2F2"},
        "label_required": {**_CELL, "text_wrap": True, "bg_color": "#F2F2F2", "font_color": RED},
        "group": {**_CELL, "text_wrap": True, "font_color": INK},
        "button_group": {**_BASE, "bold": True, "font_color": INK, "valign": "vcenter"},
    }
)


def formats(workbook: Any) -> Formats:
    """Every format of the workbook: by the kind of a cell, `column:` and a kind for whole columns, by name."""
    cells = {kind: workbook.add_format({**_CELL, **style}) for kind, style in _KINDS.items()}
    columns = {
        f"column:{kind}": workbook.add_format({**_BASE, "valign": "top", **_unfilled(style)})
        for kind, style in _KINDS.items()
    }
    left = {
        f"left:{kind}": workbook.add_format({**_CELL, **style, "align": "left"})
        for kind, style in _KINDS.items()
    }
    others = {name: workbook.add_format(style) for name, style in _OTHERS.items()}
    return MappingProxyType(cells | columns | left | others)


def _unfilled(style: Style) -> Style:
    return {key: value for key, value in style.items() if key != "bg_color"}
