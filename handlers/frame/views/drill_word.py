"""The word that tells a drill from the real thing stands in the first line of whatever is said of one."""

import re
from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader

# Codes of quick drills and of planned ones.
OF_DRILL = re.compile(r"\b(?:DT|DK)-\d{4}-\d{4}")


def marked(reader: Reader, message: Message) -> Message:
    """Put the word before a first line that names a drill by its code and does not say what it is."""
    first = message.text.partition("\n")[0]
    if not OF_DRILL.search(first) or says_so(reader, message):
        return message
    return replace(message, text=Markup(" · ").join([reader.say("drill-word"), message.text]))


def says_so(reader: Reader, message: Message) -> bool:
    """Tell whether the first line of a message says that it is of a drill."""
    return reader.label("drill-word") in message.text.partition("\n")[0]


def with_line(reader: Reader, message: Message, *, code: str) -> Message:
    """Put a line of its own before a message of a drill (code) that begins with something else."""
    return replace(message, text=Markup("\n").join([reader.say("drill-before", code=code), message.text]))
