"""The two boxes that a button may show in LibreOffice: a message, and a question with a line to type into."""

from typing import Any

OK, CANCEL = "Đồng ý", "Thôi"
ANSWER = "answer"
_AWT = "com.sun.star.awt."
_BUTTON_OK = 1  # com.sun.star.awt.MessageBoxButtons
_CLOSES_WITH_OK, _CLOSES = 1, 2  # com.sun.star.awt.PushButtonType
_POSITION = 3  # com.sun.star.awt.PosSize: x and y
_WIDTH, _LINE, _EDGE, _BUTTON, _HIGH = 240, 10, 8, 60, 14  # in LibreOffice's units for dialogs
_LETTERS = 60  # that fit a line


def message_box(window: Any, title: str, text: str, *, bad: bool) -> None:
    """Shows `text` until the person has read it."""
    import uno

    kind = uno.Enum(f"{_AWT}MessageBoxType", "WARNINGBOX" if bad else "INFOBOX")
    box = window.Toolkit.createMessageBox(window, kind, _BUTTON_OK, title, text)
    box.execute()
    box.dispose()


def input_box(context: Any, window: Any, title: str, text: str, usual: str) -> str | bool:
    """What was typed, False where the person turned away."""
    services = context.ServiceManager
    model = services.createInstanceWithContext(f"{_AWT}UnoControlDialogModel", context)
    _furnish(model, title, text, usual)
    dialog = services.createInstanceWithContext(f"{_AWT}UnoControlDialog", context)
    dialog.setModel(model)
    dialog.createPeer(window.Toolkit, window)
    area, size = window.getPosSize(), dialog.getPosSize()
    across, down = (area.Width - size.Width) // 2, (area.Height - size.Height) // 3
    dialog.setPosSize(across, down, 0, 0, _POSITION)
    try:
        return str(dialog.getControl(ANSWER).getText()) if dialog.execute() else False
    finally:
        dialog.dispose()


def _furnish(model: Any, title: str, text: str, usual: str) -> None:
    """The question above, the line to type into below it, the two buttons last."""
    lines = sum(1 + len(line) // _LETTERS for line in text.split("\n"))
    inner, asked = _WIDTH - 2 * _EDGE, lines * _LINE
    below = asked + 2 * _EDGE
    buttons = below + _HIGH + _EDGE
    model.Title, model.Width, model.Height = title, _WIDTH, buttons + _HIGH + _EDGE
    middle = _WIDTH // 2
    _add(model, "FixedText", "question", (_EDGE, _EDGE, inner, asked), Label=text, MultiLine=True)
    _add(model, "Edit", ANSWER, (_EDGE, below, inner, _HIGH), Text=usual)
    for kind, name, across in ((_CLOSES_WITH_OK, OK, -_BUTTON - 4), (_CLOSES, CANCEL, 4)):
        place = (middle + across, buttons, _BUTTON, _HIGH)
        _add(model, "Button", name, place, Label=name, PushButtonType=kind)
    model.getByName(OK).DefaultButton = True


def _add(model: Any, kind: str, name: str, place: tuple[int, int, int, int], **values: Any) -> None:
    control = model.createInstance(f"{_AWT}UnoControl{kind}Model")
    control.PositionX, control.PositionY, control.Width, control.Height = place
    for key, value in values.items():
        setattr(control, key, value)
    model.insertByName(name, control)
