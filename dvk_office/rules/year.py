"""What one year's guidance fixes, as records; `load.py` fills them from `<year>.toml`.

Every entry carries the `section` of the guidance it stands on. `local` choices (points, thresholds) are ours.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from types import MappingProxyType
from typing import NamedTuple


class Topic(NamedTuple):
    key: str
    label: str
    section: str


class Field(NamedTuple):
    """One lĩnh vực with its topic groups."""

    key: str
    label: str
    section: str
    topics: tuple[Topic, ...]


class RegistrantType(NamedTuple):
    """A type of subject; `kind` is collective or individual; `leads` whether it may lead an organisation's model."""

    key: str
    label: str
    kind: str
    section: str


class Target(NamedTuple):
    """A number to reach: `measure` names a function of `core.targets`; `at_least` rows, or `percent` of them."""

    key: str
    code: str
    label: str
    measure: str
    section: str
    at_least: int | None = None
    percent: int | None = None
    within: str = ""


class Deadline(NamedTuple):
    """A day to keep: `measure` names the function of `core.deadlines` that says whether it was.

    The day is `before` (the one named after “trước ngày”), or `days_before` a hearing, or the one that the office
    typed in `setting`. `as_written` is how the guidance puts it; `paper` the kind in the register whose sending counts,
    `cut_off` the setting that holds the day of its figures.
    """

    key: str
    code: str
    label: str
    as_written: str
    section: str
    sender: str
    recipient: str
    measure: str
    before: date | None = None
    days_before: int | None = None
    setting: str = ""
    paper: str = ""
    cut_off: str = ""
    read_as: str = ""
    confirmed: bool = True


class CriterionPart(NamedTuple):
    """A sub-item such as 1a; `new_only` where it applies to newly built models alone."""

    key: str
    label: str
    new_only: bool = False


class Criterion(NamedTuple):
    """One of the criteria of a model; `points` is the local maximum."""

    key: str
    number: int
    label: str
    section: str
    points: int
    parts: tuple[CriterionPart, ...] = ()


class ExemplarCriterion(NamedTuple):
    """A criterion of an exemplar; `who` is collective, individual or leader."""

    key: str
    label: str
    who: str
    section: str


class Step(NamedTuple):
    """One step of building a model or of appraising it."""

    key: str
    number: int
    label: str
    section: str


class DossierPart(NamedTuple):
    """One part of the city dossier; `per` is dossier or nominee, `copies` how many sets are bound."""

    key: str
    number: int
    label: str
    section: str
    per: str
    copies: int = 1


class ArchiveItem(NamedTuple):
    key: str
    label: str
    section: str
    new_only: bool = False


class Erratum(NamedTuple):
    """A slip of the guidance: what is printed, how we read it, and whether the issuer confirmed that."""

    key: str
    section: str
    as_written: str
    read_as: str
    confirmed: bool


class LocalChoice(NamedTuple):
    """What the guidance leaves open: the `setting` that decides, its `default` as typed in the sheet, and why."""

    setting: str
    default: str
    label: str
    section: str


class Holiday(NamedTuple):
    """A day off, default of the office's own table in the settings."""

    day: date
    label: str


@dataclass(frozen=True, eq=False)
class Rules:
    """One year. `basis` are the documents a paper may cite, `recipients` the default “Nơi nhận”, both in order.

    No two are equal, so that what follows from one can be kept by it.
    """

    year: int
    title: str
    issuer: str
    basis: tuple[str, ...]
    recipients: tuple[str, ...]
    fields: tuple[Field, ...]
    registrant_types: tuple[RegistrantType, ...]
    targets: tuple[Target, ...]
    deadlines: tuple[Deadline, ...]
    criteria: tuple[Criterion, ...]
    exemplar_criteria: tuple[ExemplarCriterion, ...]
    building_steps: tuple[Step, ...]
    appraisal_steps: tuple[Step, ...]
    dossier_parts: tuple[DossierPart, ...]
    archive_items: tuple[ArchiveItem, ...]
    errata: tuple[Erratum, ...]
    local_choices: tuple[LocalChoice, ...]
    holidays: tuple[Holiday, ...]

    @cached_property
    def field_by_key(self) -> Mapping[str, Field]:
        return MappingProxyType({field.key: field for field in self.fields})

    @cached_property
    def deadline_by_key(self) -> Mapping[str, Deadline]:
        return MappingProxyType({deadline.key: deadline for deadline in self.deadlines})

    @cached_property
    def local_defaults(self) -> Mapping[str, str]:
        """The default of each setting that the guidance leaves open, as it would be typed."""
        return MappingProxyType({choice.setting: choice.default for choice in self.local_choices})
