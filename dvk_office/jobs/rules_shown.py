"""A year's rules as plain data, and as Vietnamese lines under headings."""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Any

from dvk_office.core.dates import short_date
from dvk_office.rules.layout_load import load_layout
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules, Step, Target


def as_data(entry: Any) -> Any:
    """Records as plain dictionaries, days as YYYY-MM-DD."""
    if names := getattr(type(entry), "__annotations__", None):
        return {name: as_data(getattr(entry, name)) for name in names}
    if isinstance(entry, tuple):
        return [as_data(one) for one in entry]
    return entry.isoformat() if isinstance(entry, date) else entry


def lines(found: Rules) -> Iterator[str]:
    """The year's rules as Vietnamese lines under headings."""
    yield word("rules_title", title=found.title, issuer=found.issuer)
    groups: Iterable[tuple[str, Iterable[str]]] = (
        ("basis", found.basis),
        ("fields", _fields(found)),
        ("registrants", _registrants(found)),
        ("targets", _targets(found)),
        ("deadlines", _deadlines(found)),
        ("criteria", _criteria(found)),
        ("exemplar_criteria", _exemplar_criteria(found)),
        ("building_steps", _numbered(found.building_steps)),
        ("appraisal_steps", _numbered(found.appraisal_steps)),
        ("dossier", _dossier(found)),
        ("archive", (f"{one.label} ({one.section})" for one in found.archive_items)),
        ("errata", _errata(found)),
        ("local", _local(found)),
        ("holidays", (f"{short_date(one.day)}: {one.label}" for one in found.holidays)),
        ("recipients", found.recipients),
    )
    for key, group in groups:
        yield ""
        yield word(f"rules_{key}")
        yield from (f"  {line}" for line in group)


def _numbered(steps: Iterable[Step]) -> Iterator[str]:
    return (f"{one.number}. {one.label} ({one.section})" for one in steps)


def _fields(found: Rules) -> Iterator[str]:
    for one in found.fields:
        yield f"{one.key}. {one.label} ({one.section})"
        yield from (f"  {topic.key}: {topic.label}" for topic in one.topics)


def _registrants(found: Rules) -> Iterator[str]:
    for kind in ("collective", "individual"):
        labels = (one.label for one in found.registrant_types if one.kind == kind)
        yield f"{word(f'rules_{kind}')}: {'; '.join(labels)}"


def _targets(found: Rules) -> Iterator[str]:
    return map(target_line, found.targets)


def target_line(one: Target) -> str:
    """A target as the guidance puts it: what, how many, and where it stands."""
    number = f"{one.percent}%" if one.percent else word("rules_at_least", number=one.at_least)
    facts = {"code": one.code, "label": one.label, "section": one.section}
    return word("rules_target", number=number, **facts)


def _deadlines(found: Rules) -> Iterator[str]:
    for one in found.deadlines:
        line = f"{one.code}. {one.label}: {one.as_written} ({one.section})"
        yield line if one.confirmed else f"{line}; {word('rules_unconfirmed', read=one.read_as)}"


def _criteria(found: Rules) -> Iterator[str]:
    for one in found.criteria:
        points = word("rules_points", points=one.points)
        yield f"{one.number}. {one.label} ({one.section}; {points})"
        for part in one.parts:
            only = f" ({word('rules_new_only')})" if part.new_only else ""
            yield f"  {part.key}. {part.label}{only}"


def _exemplar_criteria(found: Rules) -> Iterator[str]:
    for one in found.exemplar_criteria:
        yield f"{word(f'rules_{one.who}')}: {one.label} ({one.section})"


def _dossier(found: Rules) -> Iterator[str]:
    for one in found.dossier_parts:
        copies = f"; {word('rules_copies', copies=one.copies)}" if one.copies > 1 else ""
        yield f"{one.number}. {one.label} ({one.section}{copies})"


def _errata(found: Rules) -> Iterator[str]:
    for one in found.errata:
        state = "" if one.confirmed else f", {word('rules_to_confirm')}"
        yield (
            word("rules_erratum", written=one.as_written, read=one.read_as, section=one.section)
            + state
        )


def _local(found: Rules) -> Iterator[str]:
    """Each local choice with its default as the settings sheet shows it."""
    layout = load_layout()
    for one in found.local_choices:
        kind = layout.setting_by_key[one.setting]
        default = layout.label(kind.choices, one.default) if kind.choices else one.default
        yield f"{one.label}: {default} ({one.section})"
