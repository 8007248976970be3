"""Labels of the Traffic Light Protocol as they are written, in every language alike."""

from models.tlp import Tlp


def label(tlp: Tlp) -> str:
    """Write a label: "TLP:AMBER+STRICT"."""
    return f"TLP:{tlp.upper().replace('_', '+')}"


def labelled(title: str, tlp: Tlp | None) -> str:
    """Put a label before a title; without one the title stands alone."""
    return f"{label(tlp)} · {title}" if tlp is not None else title
