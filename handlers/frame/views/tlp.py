"""Labels of the Traffic Light Protocol as they are written, in every language alike."""

from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.message import Message
from models.tlp import Tlp
from services.notation.tlp import as_title, narrowest, written


def label(tlp: Tlp) -> str:
    """Write a label: "TLP:AMBER+STRICT"."""
    return written(tlp)


def labelled(title: str, tlp: Tlp | None) -> str:
    """Put a label before a title, in the place of those that the title names; without one it stands alone."""
    if tlp is None:
        return title
    return f"{label(tlp)} · {as_title(title)}"


def marked(message: Message, tlp: Tlp) -> Message:
    """Put a label before the first line of a message, if it does not stand there; it takes the place of a wider one."""
    said = label(tlp)
    if not message.text or said in message.text.partition("\n")[0]:
        return message
    text = message.text
    for other in Tlp:
        begins = f"{label(other)} · "
        if text.startswith(begins):
            if narrowest(other, tlp) is other:
                return message
            text = text[len(begins) :]
    return replace(message, text=Markup(" · ").join([said, text]))
