"""The values of a certificate for a recognised model, of a collective or of a person (R-178)."""

from collections.abc import Mapping
from types import MappingProxyType

from dvk_office.core.heard import Heard
from dvk_office.core.order import COLLECTIVE, INDIVIDUAL
from dvk_office.core.records import Settings
from dvk_office.documents.frame import Context, Issue, frame
from dvk_office.documents.heard_rows import about
from dvk_office.documents.reward_rows import addressed
from dvk_office.documents.wording import joined, post_and_unit
from dvk_office.rules.messages import word
from dvk_office.rules.year import Rules

KEYS: Mapping[str, str] = MappingProxyType(
    {"certificate_collective": COLLECTIVE, "certificate_individual": INDIVIDUAL}
)


def context(row: Heard, issue: Issue, rules: Rules, settings: Settings) -> Context:
    """What the template asks for; number and day are those of the decision (R-124)."""
    subject = row.registrant
    return {
        **frame(issue, settings, ()),
        **about(row, rules),
        "addressed": addressed(subject),
        "person": subject.text("name") if subject else "",
        "position": joined(post_and_unit(subject), ", ") if subject else "",
        "certificate_number": row.hearing.text("certificate_number") or word("paper_blank"),
    }
