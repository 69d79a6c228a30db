"""The ribbon tab of the workbook, and what else only the finished file can be given: a lock on its tabs, fixed dates.

The tab is a part beside the workbook (customUI, [MS-CUSTOMUI]); the first version of its schema is read by every
Excel since 2007.
"""

from io import BytesIO
from xml.sax.saxutils import quoteattr
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from dvk_office.rules.actions import Action, Groups
from dvk_office.rules.messages import word
from dvk_office.workbook.vba_project import callback_name

PART = "customUI/customUI.xml"
_NAMESPACE = "http://schemas.microsoft.com/office/2006/01/customui"
_RELATION = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
_RELATIONSHIP = f'<Relationship Id="rIdRibbon" Type="{_RELATION}" Target="{PART}"/>'
_LOCK = b'<workbookProtection lockStructure="1"/>'
_EARLIEST = (1980, 1, 1, 0, 0, 0)


def ribbon_xml(groups: Groups) -> str:
    """The tab with its groups of buttons, each with the word, the icon and the sentence of its action."""
    inner = "".join(
        f'<group id="dvk_group_{number}" label={quoteattr(label)}>'
        f"{''.join(map(_button, actions))}</group>"
        for number, (label, actions) in enumerate(groups, 1)
    )
    tab = f'<tab id="dvk_tab" label={quoteattr(word("book_ribbon"))} insertAfterMso="TabHome">{inner}</tab>'
    head = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
    return f'{head}<customUI xmlns="{_NAMESPACE}"><ribbon><tabs>{tab}</tabs></ribbon></customUI>'


def _button(action: Action) -> str:
    label = quoteattr(action.word)
    return (
        f'<button id="dvk_{action.name}" size="large" label={label} imageMso={quoteattr(action.icon)} '
        f'screentip={label} supertip={quoteattr(action.help)} onAction="{callback_name(action)}"/>'
    )


def finish(book: bytes, ribbon: str) -> bytes:
    """The workbook `book` with its ribbon, its tabs locked against renaming, moving and deleting, and fixed dates."""
    done = BytesIO()
    with ZipFile(BytesIO(book)) as old, ZipFile(done, "w", ZIP_DEFLATED) as new:
        for name in old.namelist():
            new.writestr(_entry(name), _changed(name, old.read(name)))
        new.writestr(_entry(PART), ribbon)
    return done.getvalue()


def _changed(name: str, part: bytes) -> bytes:
    if name == "_rels/.rels":
        return _before(b"</Relationships>", part, _RELATIONSHIP.encode())
    if name == "xl/workbook.xml":
        return _before(b"<bookViews>", part, _LOCK)
    return part


def _before(mark: bytes, part: bytes, added: bytes) -> bytes:
    head, found, tail = part.partition(mark)
    if not found:
        raise ValueError(f"no {mark!r} in the workbook")
    return head + added + found + tail


def _entry(name: str) -> ZipInfo:
    """The same entry on every system."""
    entry = ZipInfo(name, _EARLIEST)
    entry.compress_type = ZIP_DEFLATED
    entry.create_system = 0
    return entry
