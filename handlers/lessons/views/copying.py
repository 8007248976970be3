"""The buttons by which a lesson's signs are copied, as they are written: so that none is opened by mistake."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from handlers.lessons.taps import LessonCopyTap
from models.identity import id_of
from services.lessons.indicators import Indicator
from services.lessons.lessons import LessonSheet

Rows = tuple[tuple[Button, ...], ...]
# So many stand on the card itself; more are behind a button.
AT_HAND = 3
# Telegram copies no more at once.
LONGEST = 256
LABEL = 40


def at_hand(reader: Reader, sheet: LessonSheet) -> Rows:
    """Make a button for each sign of a few, or the one behind which they are."""
    if len(sheet.indicators) > AT_HAND:
        return behind(reader, sheet)
    return _each(sheet.indicators)


def behind(reader: Reader, sheet: LessonSheet) -> Rows:
    """Make the button behind which the signs are, if there are any."""
    if not sheet.indicators:
        return ()
    text = reader.label("lesson-button-copy", count=len(sheet.indicators))
    return ((Button(text, LessonCopyTap(id_of(sheet.lesson)).pack()),),)


def _each(indicators: Sequence[Indicator]) -> Rows:
    return tuple(
        (Button(shorten(one.defanged, LABEL), copy=one.defanged),) for one in indicators if len(one.defanged) <= LONGEST
    )


def all_of(reader: Reader, sheet: LessonSheet, head: Markup) -> Message:
    """Show every sign on a button that copies it, below what the lesson is called."""
    text = Markup("\n").join([head, reader.say("lesson-copy", count=len(sheet.indicators))])
    return Message(text, rows=_each(sheet.indicators))
