"""What docxtpl's patching makes of a template whose tags stand whole in its text, as our builder writes them.

docxtpl looks for what people do to tags in Word: a part of one formatted, cells to be merged, spaces to be cut away. A
text with anything of that is left to docxtpl; the steps that remain are told here in plain code, since to import docxtpl
takes as long as to make a hundred papers.
"""

import re
from collections.abc import Iterator

_TAG = re.compile(r"\{(?:\{[^<>{}%\n]*\}|%[^<>{}%\n]*%)\}")
_OTHER_STEPS = re.compile(r"\{[{%](?:-|r\s|\s*(?:colspan|cellbg|vm|hm)\b)|.*-[%}]\}")
_NO_ELEMENTS = ("<!", "<?")
_TEXT, _SPACES_KEPT = "<w:t>", '<w:t xml:space="preserve">'
_LIFTED = ("tr", "tc", "p")  # a tag that begins with one of them stands in place of that element
_STRAIGHT = (
    ("&#8216;", "'"), ("&lt;", "<"), ("&gt;", ">"),
    ("\u201c", '"'), ("\u201d", '"'), ("\u2018", "'"), ("\u2019", "'"),
)  # fmt: skip


class UntidyError(Exception):
    """docxtpl might do more to this text than is told here."""


def patched(text: str) -> str:
    """The XML `text` as `DocxTemplate.patch_xml` gives it; UntidyError where that is not certain."""
    beside = _TAG.sub("", text)
    if any(sign in beside for sign in ("{", "}", *_NO_ELEMENTS)):
        raise UntidyError
    if any(map(_OTHER_STEPS.match, _TAG.findall(text))):
        raise UntidyError
    text = _with_spaces(text)
    for name in _LIFTED:
        text = "".join(_lifted(text, name))
    return _TAG.sub(_straightened, text)


def _with_spaces(text: str) -> str:
    """A text with a tag keeps its spaces; so does one before which a tag comes without another such text between."""
    first, *others = text.split(_TEXT)
    kept = (f"{_SPACES_KEPT if _TAG.search(one) else _TEXT}{one}" for one in others)
    return first + "".join(kept)


def _lifted(text: str, name: str) -> Iterator[str]:
    """Each tag that begins with `name` in place of the innermost element of that name around it."""
    openings, end, done = (f"<w:{name} ", f"<w:{name}>"), f"</w:{name}>", 0
    for tag in re.finditer(rf"(\{{[{{%]){name} ([^}}]*\}}+)", text):
        start = max(text.rfind(one, done, tag.start()) for one in openings)
        after = text.find(end, tag.end())
        if tag.start() < done or min(start, after) < 0:
            raise UntidyError
        yield text[done:start]
        yield f"{tag[1]} {tag[2]}"
        done = after + len(end)
    yield text[done:]


def _straightened(tag: re.Match[str]) -> str:
    """The tag with the signs that Word writes for those of a formula."""
    text = tag[0]
    for written, meant in _STRAIGHT:
        text = text.replace(written, meant)
    return text
