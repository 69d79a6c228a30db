"""The values of the board's proposal to recognise models, those found while checking among them (R-114, R-124)."""

from collections.abc import Iterator, Mapping
from functools import partial

from dvk_office.core.heard import HearingPaper
from dvk_office.core.recognition import discovered
from dvk_office.core.records import Book
from dvk_office.documents.basis import own_guidance
from dvk_office.documents.frame import Context, Issue, deciding_body, frame, recipients_of
from dvk_office.documents.heard_rows import numbered
from dvk_office.documents.recognition_decision import cited_notices, recognised_list
from dvk_office.documents.wording import count, said
from dvk_office.rules.year import Rules

KEY = "recognition_submission"
_word = partial(said, KEY)


def context(decision: HearingPaper, issue: Issue, rules: Rules, book: Book) -> Context:
    """What the template asks for; the list is that of the decision which follows (R-141)."""
    settings = book.settings
    found = discovered(decision)
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings, _word("above"))),
        "guidance": own_guidance(rules, settings),
        "deciding_body": deciding_body(settings, "recognition_authority"),
        "board": settings.text("board_name"),
        "team": settings.text("team_name"),
        "criteria": count(len(rules.criteria)),
        "notices": cited_notices(decision) if decision.notices else "",
        "discovered_total": count(len(found)),
        "discovered": tuple(_discovered(decision, rules, book)),
        **recognised_list(decision, rules),
    }


def _discovered(decision: HearingPaper, rules: Rules, book: Book) -> Iterator[Mapping[str, str]]:
    details = book.by_code("details", "model")
    for row in numbered(discovered(decision), rules):
        said_of = details.get(row["code"])
        keys = {"by": "discovered_by", "reason": "discovery_reason"}
        yield {**row, **{k: said_of.text(v) if said_of else "" for k, v in keys.items()}}
