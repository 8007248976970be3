"""Labels of the Traffic Light Protocol as they are written, in every language alike."""

import re
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.message import Message
from models.tlp import Tlp

# How people begin a title with a label; "WHITE" is what CLEAR was called before version 2.
_SAID = re.compile(
    r"^\s*\[?TLP\s*[:\-]?\s*(?:RED|AMBER\s*\+\s*STRICT|AMBER|GREEN|CLEAR|WHITE)\b\]?[\s:·.,\-–]*", re.IGNORECASE
)


def label(tlp: Tlp) -> str:
    """Write a label: "TLP:AMBER+STRICT"."""
    return f"TLP:{tlp.upper().replace('_', '+')}"


def labelled(title: str, tlp: Tlp | None) -> str:
    """Put a label before a title, in the place of one with which the title begins; without one it stands alone."""
    if tlp is None:
        return title
    return f"{label(tlp)} · {_SAID.sub('', title, count=1) or title}"


def marked(message: Message, tlp: Tlp) -> Message:
    """Put a label before the first line of a message, if it does not stand there."""
    said = label(tlp)
    if not message.text or said in message.text.partition("\n")[0]:
        return message
    return replace(message, text=Markup(" · ").join([said, message.text]))
