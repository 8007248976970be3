"""How far a report may be told: by the label that its words name, and what is confidential by its readers alone."""

from models.reports import Report
from models.tlp import Tlp
from services.notation.tlp import label_in


def label_of(report: Report) -> Tlp | None:
    """Give the label of a report: RED where it is confidential, or else the one in its words, if any."""
    return Tlp.RED if report.is_confidential else label_in(report.text)
