"""The words of the letter that goes with a report: its subject and text, with the report's own figures (R-192)."""

from collections.abc import Iterator, Mapping, Sequence

from dvk_office.core.records import Settings
from dvk_office.core.registration import KINDS, ORIGINS, Registration
from dvk_office.documents.basis import city_guidance
from dvk_office.documents.frame import Issue, written_number
from dvk_office.documents.sandbox import plain
from dvk_office.documents.wording import count, day_cited, short_day
from dvk_office.rules.documents import issuer
from dvk_office.rules.letters import LetterKind
from dvk_office.rules.year import Rules


def subject(kind: LetterKind, settings: Settings, year: int) -> str:
    """What the letter is about."""
    return plain(kind.word("subject", committee=settings.text("party_committee"), year=year))


def names(kind: LetterKind, issue: Issue, settings: Settings) -> tuple[str, str]:
    """What the report and the appendix are called as attachments, without their suffix."""
    number = kind.word("name_number", number=_number(issue, settings)) if issue.number else ""
    keys = ("paper_name", "appendix_name")
    paper, appendix = (plain(kind.word(key, number=number, year=issue.year)) for key in keys)
    return paper, appendix


def text(
    kind: LetterKind, counted: Registration, issue: Issue, rules: Rules, settings: Settings
) -> str:
    """The text up to the list of the files, line by line."""
    body = settings.text(kind.to.name)
    facts = {
        "guidance": city_guidance(rules, settings),
        "committee": settings.text("party_committee"),
        "number": _numbered(kind, issue, settings),
        "year": str(rules.year),
    }
    lines = [
        kind.word("greeting", body=body),
        "",
        kind.word("opening", **facts),
        *_figures(kind, counted, rules),
    ]
    return plain("\n".join(lines))


def ending(kind: LetterKind, settings: Settings, files: Sequence[str]) -> str:
    """The list of the files, the request, and who writes."""
    listed = (kind.word("attached_one", number=n, name=name) for n, name in enumerate(files, 1))
    body, board = settings.text(kind.to.name), settings.text("board_name")
    lines = [
        kind.word("attached", count=count(len(files))),
        *listed,
        "",
        kind.word("closing", body=body),
        kind.word("regards"),
        "",
        kind.word("sender", board=board, committee=settings.text("party_committee")),
    ]
    return plain("\n".join(lines))


def _figures(kind: LetterKind, counted: Registration, rules: Rules) -> Iterator[str]:
    tally = counted.tally
    yield kind.word("total", as_of=short_day(counted.day), total=count(tally.total))
    origins = {key: tally.origins[key] for key in ORIGINS if tally.origins[key]}
    yield kind.word("origins", shares=_shares(kind, origins))
    yield kind.word("kinds", shares=_shares(kind, {key: tally.kinds[key] for key in KINDS}))
    each = [_share(kind, one.label, counted.by_field[one.key].total) for one in rules.fields]
    yield kind.word("fields", shares=kind.word("between").join(each))


def _shares(kind: LetterKind, counts: Mapping[str, int]) -> str:
    each = (_share(kind, kind.word(key), number) for key, number in counts.items())
    return kind.word("between").join(each)


def _share(kind: LetterKind, label: str, number: int) -> str:
    return kind.word("share", label=label, count=count(number))


def _number(issue: Issue, settings: Settings) -> str:
    return written_number(issue, settings.text(issuer(issue.kind.issuer).symbol))


def _numbered(kind: LetterKind, issue: Issue, settings: Settings) -> str:
    """The number and day of the report; nothing where it has no number yet."""
    if not issue.number:
        return ""
    return kind.word(
        "numbered", number=_number(issue, settings), day=day_cited(issue.day, issue.dated)
    )
