"""Builds the Word templates that the office may restyle: blocks of `paper_<kind>.toml` in the form of a profile."""

from io import BytesIO

from dvk_office.documents.package import repacked
from dvk_office.documents.template_blocks import add_block
from dvk_office.documents.template_page import new_document
from dvk_office.rules.documents import PaperKind, paper_kinds, paper_text
from dvk_office.rules.formats import latest_profile


def build_template(kind: PaperKind) -> bytes:
    """The .docx template of `kind`, in the newest profile of its family; the same parts on every run."""
    profile = latest_profile(kind.family)
    first = next(one for one in paper_kinds().values() if one.template == kind.template)
    document = new_document(profile, title=first.title, landscape=kind.landscape)
    for block in paper_text(kind.text)["blocks"]:
        add_block(document, profile, block)
    written = BytesIO()
    document.save(written)
    return repacked(written.getvalue())
