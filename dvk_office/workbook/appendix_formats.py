"""How an appendix looks: the letters and lines of an official paper, in sizes that stay legible on one page's width."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

Style = Mapping[str, Any]
Look = Mapping[str, Any]

FONT = "Times New Roman"
_BASE: Style = {"font_name": FONT, "text_wrap": True}
_LINE: Style = {**_BASE, "align": "center", "valign": "vcenter"}
_BORDERED: Style = {**_BASE, "border": 1, "valign": "top"}
SIZES: Mapping[str, float] = MappingProxyType(
    {
        "superior": 14,
        "issuer": 14,
        "motto": 15,
        "place_date": 14,
        "title": 15,
        "attached": 14,
        "header": 11,
        "heading": 12,
        "subtotal": 12,
        "closing": 12,
        "cell": 11,
        "maker": 14,
        "signer": 14,
    }
)
_STYLES: Mapping[str, Style] = MappingProxyType(
    {
        "superior": _LINE,
        "issuer": {**_LINE, "bold": True},
        "motto": {**_LINE, "bold": True, "underline": 1},
        "place_date": {**_LINE, "italic": True},
        "title": {**_LINE, "bold": True},
        "attached": {**_LINE, "italic": True},
        "header": {**_LINE, "bold": True, "border": 1, "bg_color": "#EDEDED"},
        "heading": {**_BORDERED, "bold": True, "valign": "vcenter", "indent": 1},
        "subtotal": {**_BORDERED, "italic": True, "valign": "vcenter", "indent": 1},
        "closing": {**_BORDERED, "bold": True, "valign": "vcenter", "indent": 1},
        "maker": {**_LINE, "bold": True, "valign": "top"},
        "signer": {**_LINE, "valign": "top"},
    }
)


def look(workbook: Any) -> Look:
    """Every format of an appendix by its name."""
    cells: dict[str, Style] = {
        f"cell_{align}": {**_BORDERED, "align": align, "quote_prefix": True}
        for align in ("left", "center")
    }
    fragments: dict[str, Style] = {
        "authority": {"font_name": FONT, "bold": True},
        "post": {"font_name": FONT},
        "name": {"font_name": FONT, "bold": True},
    }
    sizes: dict[str, float] = {
        **SIZES,
        **dict.fromkeys(cells, SIZES["cell"]),
        **dict.fromkeys(fragments, SIZES["signer"]),
    }
    styles: dict[str, Style] = {**_STYLES, **cells, **fragments}
    return MappingProxyType(
        {
            name: workbook.add_format({**style, "font_size": sizes[name]})
            for name, style in styles.items()
        }
    )
