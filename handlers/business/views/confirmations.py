"""The question whether a business's data are right, and the list of those who did not answer it."""

from markupsafe import Markup

from handlers.applications.taps import ApplicationTap
from handlers.business.taps import ConfirmTap, OverdueTap
from handlers.business.views.membership import EDIT, data_lines, known_since
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import PAGE, Page, turning
from handlers.frame.views.reader import Reader
from handlers.frame.views.ways import to, to_card
from models.identity import id_of
from models.members import Member
from services.business.card import OwnCard
from services.business.confirmations import Overdue
from services.ground.paging import nearest_page
from services.members import freshness

NAME_LENGTH = 60


def ask(reader: Reader, facts: OwnCard) -> Message:
    """Show a business's data and ask whether they are right."""
    member = facts.speaker.member
    own = facts.speaker.own
    parts = [
        reader.say("confirmation-ask"),
        Markup("\n").join(data_lines(reader, facts)),
        reader.say("confirmation-own", name=own.name, title=own.title),
    ]
    confirm = Button(reader.label("business-button-confirm"), ConfirmTap(id_of(member)).pack(), Style.SUCCESS)
    edit = to(reader, member, EDIT, "business-button-edit")
    return Message(Markup("\n\n").join(parts), rows=((confirm,), (edit,)))


def confirmed(reader: Reader, facts: OwnCard) -> Message:
    """Show in the place of the question that it is answered."""
    member = facts.speaker.member
    return Message(
        Markup("\n").join([reader.say("application-name", name=member.name), known_since(reader, member)]),
        rows=(to_card(reader, member),),
    )


def not_yours_any_more(reader: Reader) -> Message:
    """Show in the place of the question that its reader is asked no longer."""
    return Message(reader.say("confirmation-not-yours"))


def thanks(reader: Reader) -> str:
    """Thank at the top of the screen for a confirmation."""
    return reader.label("confirmation-thanks")


def overdue(reader: Reader, found: Overdue, *, page: int) -> Message:
    """List those that were asked and have not confirmed, a page at a time, each to be asked again."""
    back = (Button(reader.label("confirmation-button-back"), ApplicationTap(0, "list").pack()),)
    if not found.count:
        return Message(reader.say("confirmation-none-overdue"), rows=(back,))
    shown = Page(found.members, *nearest_page(page, total=found.count, size=PAGE))
    lines = [_line(reader, number, member) for number, member in enumerate(found.members, 1)]
    again = [
        Button(reader.label("confirmation-button-again", number=number), OverdueTap(shown.number, id_of(member)).pack())
        for number, member in enumerate(found.members, 1)
    ]
    rows = tuple(tuple(again[start : start + 4]) for start in range(0, len(again), 4))
    turn = turning(shown, lambda turned: OverdueTap(turned, 0).pack())
    text = Markup("\n\n").join([reader.say("confirmation-overdue", count=found.count), Markup("\n").join(lines)])
    return Message(text, rows=(*rows, *turn, back))


def _line(reader: Reader, number: int, member: Member) -> Markup:
    return reader.say(
        "confirmation-line",
        number=number,
        name=shorten(member.name, NAME_LENGTH),
        since=reader.day(freshness.known_since(member)),
        asked=reader.day(member.confirmation_asked_at or freshness.known_since(member)),
    )


def asked_again(reader: Reader, member: Member) -> str:
    """Confirm at the top of the screen that a business is asked again."""
    return reader.label("confirmation-asked-again", name=shorten(member.name, NAME_LENGTH))
