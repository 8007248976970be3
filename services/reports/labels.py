"""How far a report may be told: by the label that its words name, and what is confidential by its readers alone."""

from models.reports import Report
from models.tlp import Tlp
from services.notation.tlp import label_in, narrowest


def label_of(report: Report) -> Tlp | None:
    """Give the label of a report: RED where it is confidential, or else the narrowest in its words, if any."""
    return Tlp.RED if report.is_confidential else narrowest(report.tlp, label_in(report.text))
