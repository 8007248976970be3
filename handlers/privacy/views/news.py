"""What others are told of a withdrawal: those who stay, and the coordinators where nobody does."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.business.views.suspension import codes
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.members import Member


def told_of_withdrawal(reader: Reader, member: Member, primary: str | None) -> Message:
    """Tell those who stay that a colleague withdrew, and who is called first now: `primary`, or None for the reader."""
    if primary is None:
        return Message(reader.say("membership-representative-withdrew-you", member=member.name))
    return Message(reader.say("membership-representative-withdrew", member=member.name, name=primary))


def told_nobody_left(reader: Reader, member: Member, tasks: Sequence[str]) -> Message:
    """Tell coordinators that nobody speaks for a business any more, and which of its tasks are open."""
    parts = [reader.say("membership-nobody-left", member=member.name)]
    if tasks:
        parts.append(reader.say("membership-nobody-left-tasks", codes=codes(tasks)))
    return Message(Markup("\n\n").join(parts))
