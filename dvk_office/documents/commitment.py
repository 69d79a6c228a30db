"""The values of the pledge that collectives and persons concerned by a model sign (R-072)."""

from functools import partial

from dvk_office.core.records import Book, Record
from dvk_office.documents.frame import Context, Issue
from dvk_office.documents.model_values import model_values
from dvk_office.documents.wording import said
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules

KEY = "commitment"
_word = partial(said, KEY)


def context(model: Record, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the template asks for, and as many numbered rows to sign in as the text says."""
    rows = range(1, int(_word("rows")) + 1)
    return {
        **model_values(model, issue, rules, layout, book),
        "rows": tuple({"number": str(number)} for number in rows),
    }
