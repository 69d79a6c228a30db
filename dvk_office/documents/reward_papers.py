"""The values of the papers of the commune's reward: submission, decision, lists, certificates (R-147, R-148, R-179)."""

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType

from dvk_office.core.dossiers import Dossier, meetings_of
from dvk_office.core.order import COLLECTIVE, INDIVIDUAL, KINDS
from dvk_office.core.records import Book, Settings
from dvk_office.core.rewards import Reward, RewardDecision, of_kind, total
from dvk_office.documents import city_dossier
from dvk_office.documents.basis import cited_minutes, guidance
from dvk_office.documents.frame import (
    Context,
    Issue,
    basis_lines,
    frame,
    issuing_body,
    recipients_of,
)
from dvk_office.documents.reward_rows import addressed, amount_text, row_of, told, word
from dvk_office.documents.wording import count
from dvk_office.rules.messages import word as of_papers
from dvk_office.rules.year import Rules

SUBMISSION, DECISION = "reward_submission", "reward_decision"
AWARDS, RECEIPTS = "award_list", "receipt_list"
CERTIFICATES: Mapping[str, str] = MappingProxyType(
    {"reward_certificate_collective": COLLECTIVE, "reward_certificate_individual": INDIVIDUAL}
)


def submission(held: Sequence[Reward], issue: Issue, rules: Rules, book: Book) -> Context:
    """What the board asks of the chairman; it rests on the guidance and on the meetings that chose."""
    settings = book.settings
    met = meetings_of(book, Dossier("", None, tuple(one.nominee for one in held)))
    lines = (
        guidance(rules, settings),
        *(cited_minutes(one, book, city_dossier.SUBMISSION) for one in met),
    )
    return {
        **frame(issue, settings, recipients_of(issue.kind, settings, word("as_above"))),
        **told(held, rules, settings),
        "body": issuing_body(issue.kind, settings),
        "basis": basis_lines(issue, [word("cited", line=line) for line in dict.fromkeys(lines)]),
    }


def decision(
    decided: RewardDecision, asked: Issue, issue: Issue, rules: Rules, book: Book
) -> Context:
    """The chairman's decision; `asked` is the submission that it follows."""
    settings = book.settings
    recipients = (word("as_article"), settings.text("standing_members_name"), word("kept"))
    return {
        **_of_state(decided, issue, rules, book, recipients),
        "basis": basis_lines(issue, tuple(_basis(asked, settings))),
        "government": settings.text("people_committee"),
        "board": settings.text("board_name"),
        "lists": tuple(_lists(decided)),
    }


def award_or_receipt(decided: RewardDecision, issue: Issue, rules: Rules, book: Book) -> Context:
    """The lists by which rewards are handed over and signed for, with the sum of all."""
    held = decided.rewards
    values = _of_state(decided, issue, rules, book, ())
    all_of_them = dict.fromkeys(row_of(held[0]), "") if held else {}
    return {
        **values,
        "all": {**all_of_them, "number": "", "name": word("all"), "amount": values["sum"]},
        "signing": values["authority"] or values["post"],
        "signing_post": values["post"] if values["authority"] else "",
    }


def certificate(reward: Reward, issue: Issue, rules: Rules, book: Book) -> Context:
    """One certificate of merit, with number and day of the decision; blanks where they are not given yet."""
    nominee = reward.nominee
    subject, number = nominee.registrant, nominee.row.text("certificate_number")
    individual = nominee.kind == INDIVIDUAL
    return {
        **frame(issue, book.settings, ()),
        **told((reward,), rules, book.settings),
        "addressed": addressed(subject) if individual else word(COLLECTIVE),
        "person": row_of(reward)["name"],
        "post_and_unit": row_of(reward)["post"] if individual else "",
        "certificate_number": number or of_papers("paper_blank"),
    }


def _of_state(
    decided: RewardDecision, issue: Issue, rules: Rules, book: Book, recipients: Sequence[str]
) -> dict[str, object]:
    return {
        **frame(issue, book.settings, recipients),
        **told(decided.rewards, rules, book.settings),
        "funding": book.settings.text("funding_source"),
    }


def _basis(asked: Issue, settings: Settings) -> Iterator[str]:
    """The laws, one a line in the settings, then the submission, cited as the State does."""
    for line in filter(None, map(str.strip, settings.text("reward_basis").splitlines())):
        yield word("cited", line=line)
    shared = frame(asked, settings, ())
    body = issuing_body(asked.kind, settings)
    yield word("proposed", body=body, number=shared["number"], day=shared["issued_on"])


def _lists(decided: RewardDecision) -> Iterator[Mapping[str, object]]:
    """A list of collectives and one of persons; they are numbered where there are both."""
    held = [(kind, rows) for kind in KINDS if (rows := of_kind(decided.rewards, kind))]
    for numeral, (kind, rows) in zip(word("numerals").split(), held, strict=False):
        numbered = [{"number": str(n), **row_of(one)} for n, one in enumerate(rows, 1)]
        facts = {"count": count(len(rows)), "amount": amount_text(total(rows))}
        heading = word("annex") if len(held) == 1 else word("annex_numbered", numeral=numeral)
        yield {
            "heading": heading,
            "title": word(f"list_{kind}"),
            "named": word(f"named_{kind}"),
            "placed": word(f"placed_{kind}"),
            "rows": numbered,
            "closing": word(f"closing_{kind}", **facts),
        }
