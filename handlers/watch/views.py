"""Trouble in the system itself, in words for its owners."""

from collections.abc import Sequence
from datetime import timedelta

from markupsafe import Markup

from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.broadcasts import Lane
from services.watch.kinds import Waited
from services.watch.trouble import INBOX, Failures


def quarantined(reader: Reader, *, update_id: int, count: int = 1) -> Message:
    """Tell of updates that were set aside, of which `update_id` is the newest; their content stays out of the chat."""
    if count == 1:
        return Message(reader.say("trouble-quarantined", update_id=str(update_id)))
    return Message(reader.say("trouble-quarantined-many", update_id=str(update_id), shown=reader.number(count)))


def late(reader: Reader, *, late: Sequence[Waited]) -> Message:
    """Tell which messages wait longer than they should."""
    lines = [
        reader.say("trouble-late-lane", lane=reader.say(f"trouble-lane-{_name(one.lane)}"), waited=_waited(reader, one))
        for one in late
    ]
    return Message(Markup("\n").join([reader.say("trouble-late"), *lines, reader.say("trouble-look")]))


def failures(reader: Reader, *, failures: Failures) -> Message:
    """Tell of a broadcast of which too much failed."""
    what = reader.label(f"file-message-{failures.kind.value.replace('_', '-')}")
    text = reader.say(
        "trouble-failures",
        what=f"{what} {failures.incident_code}" if failures.incident_code else what,
        failed=reader.number(failures.failed),
        recipients=reader.number(failures.recipients),
        share=reader.share(failures.failed, failures.recipients),
    )
    if failures.unreached is None:
        return Message(text)
    businesses = reader.say("trouble-failures-businesses", count=failures.unreached)
    return Message(Markup("\n").join([text, businesses]))


def answered_by_another(reader: Reader, *, count: int) -> Message:
    """Tell that something else than Telegram answered requests to it."""
    return Message(reader.say("trouble-telegram", shown=reader.number(count)))


def clock(reader: Reader, *, ahead: timedelta) -> Message:
    """Tell that the clock was ahead, and by how much."""
    return Message(reader.say("trouble-clock", ahead=reader.duration(ahead)))


def stumbled(reader: Reader, *, duty: str) -> Message:
    """Tell which duty of the clock could not be done."""
    return Message(reader.say("trouble-stumbled", duty=duty))


def database(reader: Reader) -> Message:
    """Tell that the database cannot be written."""
    return Message(reader.say("trouble-database"))


def sorry(reader: Reader) -> Message:
    """Tell a person that what they did could not be applied."""
    return Message(reader.say("trouble-sorry"))


def sorry_in_short(reader: Reader) -> str:
    """Say the same as the answer to a tap."""
    return reader.label("trouble-sorry")


def _name(lane: int) -> str:
    return "inbox" if lane == INBOX else Lane(lane).name.lower()


def _waited(reader: Reader, one: Waited) -> str:
    return reader.duration(timedelta(seconds=one.seconds))
