"""Nothing is to be said against what we hand out: every kind of paper from the clean sample, every template."""

import pytest

from dvk_office.documents.judged import Office
from dvk_office.documents.lint_paper import paper_faults
from dvk_office.documents.word_file import read_word_file
from dvk_office.jobs.lint import lint
from dvk_office.rules.documents import paper_kinds
from tests.sample_papers import TEMPLATES, TODAY, papers

UNWRITTEN = "LB-051"  # the note on what only people can write


@pytest.mark.req("R-189", "R-191", "R-193")
@pytest.mark.parametrize("key", paper_kinds())
def test_a_paper_of_every_kind_is_in_its_form(key: str) -> None:
    made = papers(key)
    assert made, f"the sample has no {key}"
    for one in made:
        found = paper_faults(read_word_file(one.name, one.content), one.made_on, Office())
        assert [str(fault.finding) for fault in found if fault.finding.code != UNWRITTEN] == []


@pytest.mark.parametrize("name", sorted({kind.template for kind in paper_kinds().values()}))
def test_a_template_of_ours_has_no_fault(name: str) -> None:
    assert [str(one) for one in lint([TEMPLATES / name], TODAY).findings] == []
