"""Judges a finished paper, ours or one that somebody edited, by the form of its family and of its own day (R-191)."""

from datetime import date

from dvk_office.documents import lint_foot, lint_head, lint_page, lint_text
from dvk_office.documents.judged import Fault, Judged, Office, faults
from dvk_office.documents.lint_head import FAMILIES, dated, mottos
from dvk_office.documents.word_file import WordFile
from dvk_office.rules.formats import latest_profile, profile_for, settled

OF_ANY_FILE = (*lint_page.RULES, *lint_text.RULES)
OF_A_FAMILY = lint_head.RULES


def judged(file: WordFile, today: date, office: Office) -> Judged:
    """The file with its family, by the first mark in it, and the form of its own day; undated, that of `today`."""
    family = next((family for family, _, _ in mottos(file)), "")
    day = dated(file) or today
    form = settled(profile_for(family or FAMILIES[0], day), office.settings)
    return Judged(file, family, form, day, office)


def paper_faults(file: WordFile, today: date, office: Office) -> tuple[Fault, ...]:
    """Everything that is wrong with a paper."""
    paper = judged(file, today, office)
    general = faults(paper, (*OF_ANY_FILE, *lint_text.OF_PAPERS))
    if not paper.family:
        return (*general, paper.fault("LB-003"))
    return (*faults(paper, (*OF_A_FAMILY, *lint_foot.RULES)), *general)


def template_form_faults(file: WordFile, today: date, office: Office) -> tuple[Fault, ...]:
    """What is wrong with the form of a template, whose values are not there yet; built in its family's newest form."""
    found = judged(file, today, office)
    newest = Judged(file, found.family, latest_profile(found.form.family), found.day, office)
    return faults(newest, (*(OF_A_FAMILY if found.family else ()), *OF_ANY_FILE))
