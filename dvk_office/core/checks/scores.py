"""Who appraises what: members of the team, each model by those who have no part in it."""

from collections.abc import Iterator, Mapping
from datetime import date

from dvk_office.core.appraisal import is_joint, is_over, members_present
from dvk_office.core.choices import hint
from dvk_office.core.findings import Finding, finding
from dvk_office.core.numbers import typed_number
from dvk_office.core.records import Book, Record
from dvk_office.core.text import fold
from dvk_office.rules import messages
from dvk_office.rules.layout import Layout
from dvk_office.rules.year import Rules


def appraisers_are_members(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Only members of the team appraise, or the team as one (R-117)."""
    names = [member.text("name") for member in book["team"]]
    known = {fold(name) for name in names}
    hints: dict[str, str] = {}
    for score in book["scores"] if known else ():
        name = score.text("appraiser")
        if name and fold(name) not in known and not is_joint(name):
            if name not in hints:
                hints[name] = hint(name, names)
            yield finding("PD-001", score.place("appraiser"), found=name, hint=hints[name])


def sheets_as_the_office_chose(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """Each member scores alone, or the team as one, as the settings say; who stands back signs alone (R-095)."""
    joint = book.settings.text("appraisal_mode") == "joint"
    word = messages.word("score_joint")
    for score in book["scores"]:
        if (name := score.text("appraiser")) and is_joint(name) != joint:
            if not joint:
                yield finding("PD-002", score.place("appraiser"), found=name)
            elif not score.yes("recused"):
                yield finding("PD-003", score.place("appraiser"), found=name, word=word)


def conflicts(book: Book, _rules: Rules, _layout: Layout, _today: date) -> Iterator[Finding]:
    """Nobody appraises a model of his own, or one that he answers for (T-39)."""
    involved = {model.text("code"): people for model, people in _people(book)}
    for score in book["scores"]:
        name = score.text("appraiser")
        people = involved.get(score.text("model"), frozenset())
        if name and fold(name) in people and not score.yes("recused"):
            yield finding("PD-004", score.place("appraiser"), found=name)


def members_with_models_of_their_own(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A member who answers for a model stands back from it on a sheet of his own, whoever scores (T-39)."""
    members = {fold(one.text("name")): one for one in book["team"] if one.text("name")}
    written = {(one.text("model"), fold(one.text("appraiser"))) for one in book["scores"]}
    for model, people in _people(book) if members else ():
        for name in people & members.keys() if model.blank("dropped_on") else ():
            if (model.text("code"), name) not in written:
                facts = {"found": members[name].text("name"), "name": model.text("name")}
                yield finding("PD-011", members[name].place("name"), **facts)


def _people(book: Book) -> Iterator[tuple[Record, frozenset[str]]]:
    """Every model with the people who answer for it."""
    heads = {fold(one.text("name")): one.text("head") for one in book["organisations"]}
    registrants = book.by_code("registrants")
    for model in book["models"]:
        yield model, _involved(model, registrants.get(model.text("registrant")), heads)


def _involved(model: Record, registrant: Record | None, heads: Mapping[str, str]) -> frozenset[str]:
    """The subject if a person, the head of the body that is the subject, the person in charge; folded."""
    names = [model.text("person_in_charge")]
    if registrant and registrant.text("kind") == "individual":
        names.append(registrant.text("name"))
    elif registrant:
        names.append(heads.get(fold(registrant.text("name")), ""))
    return frozenset(fold(name) for name in names if name)


def recused_members_give_no_verdict(
    book: Book, rules: Rules, layout: Layout, _today: date
) -> Iterator[Finding]:
    """Who stands back gives neither verdicts nor points, and says why (R-095, T-39)."""
    known = layout.by_key["scores"].by_key
    keys = [f"{letter}{one.number}" for one in rules.criteria for letter in "cp"]
    for score in book["scores"]:
        if not score.yes("recused"):
            continue
        filled = [key for key in keys if key in known and not score.blank(key)]
        if filled:
            yield finding("PD-005", score.place(filled[0]), found=score.text("appraiser"))
        if score.blank("recusal_reason"):
            yield finding("PD-006", score.place("recusal_reason"), found=score.text("appraiser"))


def dropped_models_are_not_scored(
    book: Book, _rules: Rules, _layout: Layout, _today: date
) -> Iterator[Finding]:
    """A model that was dropped is not appraised (T-41)."""
    dropped = {
        model.text("code"): model for model in book["models"] if not model.blank("dropped_on")
    }
    for score in book["scores"] if dropped else ():
        if model := dropped.pop(score.text("model"), None):
            yield finding("PD-007", score.place("model"), name=model.text("name"))


def concluded_models_are_scored(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """What the team concluded on, it has assessed criterion by criterion (R-093, R-122)."""
    concluded = [
        hearing
        for hearing in book["hearings"]
        if not hearing.blank("conclusion") and is_over(book, hearing, today)
    ]
    if concluded and not book["scores"]:
        yield finding("PD-009", book.sheets["scores"].place(), count=len(concluded))
        return
    scored = {score.text("model") for score in book["scores"] if not score.yes("recused")}
    for hearing in concluded:
        if hearing.text("model") not in scored:
            yield finding("PD-008", hearing.place("model"), found=hearing.text("model"))


def every_member_present_scored(
    book: Book, _rules: Rules, _layout: Layout, today: date
) -> Iterator[Finding]:
    """As many members score a model as are present, but for those who stand back (R-095, R-122)."""
    if book.settings.text("appraisal_mode") == "joint" or not book["scores"]:
        return
    scores = book.grouped("scores", "model")
    for hearing in book["hearings"]:
        rows, present = scores.get(hearing.text("model"), ()), members_present(book, hearing)
        if not rows or present is None or not is_over(book, hearing, today):
            continue
        given = sum(not score.yes("recused") for score in rows)
        if not given <= present <= len(rows):
            counts = {"scores": given, "present": typed_number(present)}
            yield finding("PD-010", hearing.place("members_present"), **counts)


CHECKS = (
    appraisers_are_members,
    sheets_as_the_office_chose,
    conflicts,
    members_with_models_of_their_own,
    recused_members_give_no_verdict,
    dropped_models_are_not_scored,
    concluded_models_are_scored,
    every_member_present_scored,
)
