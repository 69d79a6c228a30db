"""Conditional compilation: known constants are worked out, and nothing else is touched."""

from pathlib import Path

import pytest
import xlwings

from dvk_office.workbook.vba_branches import resolve
from dvk_office.workbook.vba_project import HOST, xlwings_module

ORIGINAL = Path(xlwings.__file__).with_name("xlwings.bas").read_text(encoding="utf-8")
LEAN = "from dvk_office.shells import lean;lean.block();"
CHOICE = """#If {condition} Then
one
#ElseIf Other Then
two
#Else
three
#End If
"""


@pytest.mark.parametrize("win64", [True, False])
@pytest.mark.parametrize("vba7", [True, False])
def test_excel_would_compile_the_same_module_but_for_the_word_that_keeps_pandas_out(
    *, vba7: bool, win64: bool
) -> None:
    machine = {**HOST, "VBA7": vba7, "Win64": win64}
    ours = resolve(xlwings_module(), machine)
    assert ours.count(LEAN) == 1
    assert ours.replace(LEAN, "") == resolve(ORIGINAL, machine)


def test_the_licence_of_xlwings_stands_at_the_head_of_its_module() -> None:
    head = ORIGINAL[ORIGINAL.index("'xlwings is distributed") : ORIGINAL.index("#If VBA7")]
    assert "Copyright" in head
    assert head.strip() in xlwings_module()


def test_no_function_is_declared_twice() -> None:
    """LibreOffice compiles every branch that is left."""
    heads = [line for line in xlwings_module().splitlines() if line.startswith("Function ")]
    names = [head.split("(")[0] for head in heads]
    assert sorted(set(names)) == sorted(names)


@pytest.mark.parametrize(
    ("known", "lines"),
    [
        ({"Mac": True}, "one"),
        ({"mac": False, "Other": True}, "two"),
        ({"Mac": False, "Other": False}, "three"),
    ],
)
def test_the_branch_that_holds_is_left(known: dict[str, bool], lines: str) -> None:
    assert resolve(CHOICE.format(condition="Mac"), known).split() == [lines]


def test_what_is_not_known_stays_whole() -> None:
    text = CHOICE.format(condition="VBA7")
    assert resolve(text, {"Mac": False}) == text


def test_inside_a_dead_branch_all_is_dead_and_inside_a_kept_one_all_is_worked_out() -> None:
    text = "#If Mac Then\n#If VBA7 Then\na\n#End If\n#End If\n#If VBA7 Then\n#If Mac Then\nb\n#Else\nc\n#End If\n#End If\n"
    assert resolve(text, {"Mac": False}) == "#If VBA7 Then\nc\n#End If\n"


@pytest.mark.parametrize(
    ("condition", "holds"),
    [
        ('App = "Microsoft Excel"', True),
        ('App = "Microsoft Word"', False),
        ('App <> "Microsoft Word"', True),
        ("MAC_OFFICE_VERSION >= 15", False),
        ("MAC_OFFICE_VERSION >= 0", True),
    ],
)
def test_comparisons_hold_as_in_vba(condition: str, *, holds: bool) -> None:
    text = f"#If {condition} Then ' why\none\n#End If\n"
    assert resolve(text, HOST).split() == ["one"] * holds


def test_a_known_constant_loses_its_line_and_another_keeps_it() -> None:
    text = '#Const App = "Microsoft Excel" \'Adjust\n#Const Own = 1\n'
    assert resolve(text, HOST) == "#Const Own = 1\n"


@pytest.mark.parametrize("text", ["#If Mac Then\n", "#If Mac Then\n#ElseIf VBA7 Then\n#End If\n"])
def test_what_cannot_be_worked_out_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="#"):
        resolve(text, {"Mac": False})
