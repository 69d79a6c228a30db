"""The values of a nominee's report of achievements: collective, individual, individual who leads (R-135 - R-137)."""

from collections.abc import Iterator, Mapping

from dvk_office.core.nominees import LEADER, Nominee, past_awards
from dvk_office.core.order import COLLECTIVE, INDIVIDUAL
from dvk_office.core.records import Book, Settings
from dvk_office.documents.frame import Context, Issue, committee_of, frame
from dvk_office.documents.nominee_values import TEXT, Values, nominee_values
from dvk_office.documents.shown import shown
from dvk_office.documents.told import sentences
from dvk_office.documents.wording import end_bound, subject_line
from dvk_office.rules.documents import paper_text
from dvk_office.rules.layout import Layout
from dvk_office.rules.messages import fill
from dvk_office.rules.year import ExemplarCriterion, Rules

FORMS = (COLLECTIVE, INDIVIDUAL, LEADER)
_ASKED = {COLLECTIVE: (COLLECTIVE,), INDIVIDUAL: (INDIVIDUAL,), LEADER: (INDIVIDUAL, LEADER)}


def key(form: str) -> str:
    """The kind of paper that a nominee of this form writes (R-110)."""
    return f"achievement_report_{form}"


def context(nominee: Nominee, issue: Issue, rules: Rules, layout: Layout, book: Book) -> Context:
    """What the templates ask for, all of it from the workbook; what only people can write has a field of its own."""
    settings = book.settings
    values = nominee_values(nominee, rules, layout, book)
    as_of, managing = values["progress.as_of"], values["managing"]
    return {
        **frame(issue, settings, ()),
        "subject": subject_line(nominee.registrant) if nominee.registrant else "",
        "name": values["registrants.name"],
        "background": sentences(nominee.kind, values),
        "situation": sentences("situation", values),
        "duties": sentences("duties", values),
        "results": sentences("results", values),
        "as_of": _word("as_of", date=as_of) if as_of else "",
        "achievements": sentences("achievements", values),
        "criteria": tuple(_of_model(rules, values)),
        "own_criteria": tuple(_own(nominee, rules, values)),
        "awards": tuple(_awards(nominee, layout, book)),
        "managing": committee_of(managing),
        "managing_head": values["managing_head"],
        "committee_heading": end_bound(settings.text("party_committee").upper()),
        "confirmed_once": _confirmed_once(managing, settings),
    }


def _of_model(rules: Rules, values: Values) -> Iterator[Mapping[str, str]]:
    """The criteria of a model, each with what the workbook tells of it (R-096, R-099)."""
    for one in rules.criteria:
        title = _word("criterion", number=str(one.number), label=one.label)
        yield {"key": one.key, "title": title, "text": " ".join(sentences(one.key, values))}


def _own(nominee: Nominee, rules: Rules, values: Values) -> Iterator[Mapping[str, str]]:
    """The nominee's own criteria: those of a collective, the personal ones, who leads three more (R-098, R-110)."""
    for one in rules.exemplar_criteria:
        if one.who in _ASKED.get(nominee.form, ()):
            text = " ".join(sentences(one.key, values))
            yield {"key": one.key, "title": _title(one, nominee), "text": text}


def _title(criterion: ExemplarCriterion, nominee: Nominee) -> str:
    """The criterion, with its tick where the sheet has one (R-101 - R-107)."""
    row = nominee.row
    ticked = row.ticked(criterion.key) if criterion.key in row.heading.index else None
    if ticked is None:
        return _word("criterion_alone", label=criterion.label)
    return _word(
        "criterion_ticked", label=criterion.label, verdict=_word("met" if ticked else "unmet")
    )


def _awards(nominee: Nominee, layout: Layout, book: Book) -> Iterator[Mapping[str, str]]:
    """What the nominee was given before, by year."""
    for award in past_awards(book, nominee):
        row = shown(award, "awards", layout)
        number, day = row["decision_number"], row["decision_date"]
        decision = _word("award_decision", number=number, date=day) if number and day else number
        yield {**row, "decision": decision}


def _confirmed_once(managing: str, settings: Settings) -> bool:
    """True where the managing committee is the one that proposes, and the office prints one confirmation (T-19)."""
    return managing == settings.text("party_committee") and settings.yes("one_confirmation")


def _word(key: str, **facts: str) -> str:
    return fill(paper_text(TEXT)["words"][key], facts)
