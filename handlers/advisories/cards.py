"""The messages that show an advisory: made for whom they go to, late, and edited in place from then on."""

from collections.abc import Sequence
from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Update

from handlers.advisories.circle_names import named
from handlers.advisories.views import cards as views
from handlers.advisories.views import channels as channel_views
from handlers.advisories.views.cards import AdvisoryFacts, AdvisorySaidBy
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, keep_tapped
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from models.advisories import ADVISORY_SUBJECT, Advisory, AdvisoryAnswer, AdvisoryReceipt, AdvisoryState
from models.identity import id_of
from models.members import Member
from models.people import Person, Role
from models.public_channels import PublicChannel
from services.advisories import advisories, answering, circles, posts
from services.advisories.answering import LATE
from services.advisories.kinds import ADVISORY, ADVISORY_PAGE, AdvisoryNoted, AdvisoryNoteKind, ChannelNews
from services.groups import bindings
from services.outbox.deliveries import Claimed
from services.people import accounts

# So many of those who are late stand on the page itself.
NAMED = 8


async def show_page(update: Update, context: Context, advisory: Advisory) -> None:
    """Show the coordinators' page in the place of the tapped message, and keep it true from now on."""
    context.show(await page_of(context.session, context.reader, advisory, now=context.now))
    await keep_tapped(update, context, kind=ADVISORY_PAGE, subject_id=id_of(advisory))


async def page_of(session: AsyncSession, reader: Reader, advisory: Advisory, *, now: datetime) -> Message:
    """Make the coordinators' page; once the deadline is over it names those who are late."""
    advisory_id = id_of(advisory)
    late = None
    if advisory.due_at is not None and advisory.due_at <= now and advisory.state is AdvisoryState.OPEN:
        late = await answering.listing(session, advisory_id=advisory_id, heaps=LATE, size=NAMED)
    post = await posts.of(session, advisory=advisory)
    circle = circles.of(advisory)
    words = reader.label("advisory-circle-chosen") if advisory.is_chosen else await named(session, reader, circle)
    facts = AdvisoryFacts(
        advisory,
        words,
        await answering.count(session, advisory_id=advisory_id),
        late,
        post.state if post is not None else None,
    )
    return views.page(reader, facts, now=now)


async def show_read(update: Update, context: Context, advisory: Advisory) -> None:
    """Show an advisory to one of a business's people; whoever can answer it gets a card that is kept true."""
    said = await _said(context.session, advisory, context.person)
    context.show(views.read(context.reader, advisory, said))
    if said:
        await keep_tapped(update, context, kind=ADVISORY, subject_id=id_of(advisory), anew=True)


async def _said(session: AsyncSession, advisory: Advisory, person: Person) -> Sequence[AdvisorySaidBy]:
    standing = await answering.standing(session, advisory_id=id_of(advisory), person=person)
    return [await _said_by(session, one) for one in standing]


async def _said_to(
    session: AsyncSession, advisory: Advisory, claimed: Claimed, person: Person | None
) -> Sequence[AdvisorySaidBy]:
    """Tell what the businesses of a recipient say: a person's, or the one whose group it is."""
    if person is not None:
        return await _said(session, advisory, person)
    member = await bindings.spoken_to(session, group_id=claimed.group_id)
    members = [id_of(member)] if member is not None else []
    standing = await answering.standing_of(session, advisory_id=id_of(advisory), members=members)
    return [await _said_by(session, one) for one in standing]


async def _said_by(session: AsyncSession, one: AdvisoryReceipt) -> AdvisorySaidBy:
    member = await session.get_one(Member, one.member_id)
    by = await session.get(Person, one.person_id) if one.person_id is not None else None
    return AdvisorySaidBy(member.name, one.answer, by.name if by is not None else None, one.at)


async def compose(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make an advisory for one of those whom it concerns, or a group; one that was withdrawn goes to nobody anew."""
    person, advisory = await _person(occasion, claimed), await _advisory(occasion, claimed)
    said = await _said_to(occasion.session, advisory, claimed, person)
    if person is None and not said:
        return None
    if not claimed.is_edit and (not said or advisory.state is not AdvisoryState.OPEN):
        return None
    return views.card(reader, advisory, said)


async def compose_note(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the short message that follows a card; a reminder for whom it has answered meanwhile is stale."""
    person, noted = await _person(occasion, claimed), claimed.read(AdvisoryNoted)
    if person is None or noted is None:
        return None
    advisory = await _advisory(occasion, claimed)
    said = [one.answer for one in await _said(occasion.session, advisory, person)]
    waiting = (None, AdvisoryAnswer.ACKNOWLEDGED) if noted.why is AdvisoryNoteKind.UNDONE else (None,)
    is_answered = all(one not in waiting for one in said)
    is_over = advisory.state is not AdvisoryState.OPEN and noted.why is not AdvisoryNoteKind.WITHDRAWN
    reminds = noted.why in (AdvisoryNoteKind.UNSEEN, AdvisoryNoteKind.UNDONE)
    if not claimed.is_edit and (not said or is_over or (reminds and is_answered)):
        return None
    return views.note(reader, advisory, noted, is_answered=is_answered)


async def compose_page(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the page of a coordinator, that is kept true."""
    person = await _person(occasion, claimed)
    if person is None or person.staff_role not in accounts.COORDINATORS:
        return None
    advisory = await _advisory(occasion, claimed)

    async def make() -> Message:
        return await page_of(occasion.session, reader, advisory, now=occasion.now)

    return await occasion.once(claimed, make, about=("advisory-page", id_of(advisory)))


async def compose_post(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Make the post of the public channel; one that was withdrawn before it went out is not posted."""
    advisory = await _advisory(occasion, claimed)
    if advisory.state is not AdvisoryState.OPEN and not claimed.is_edit:
        return None
    return views.post(reader, advisory)


async def compose_channel(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell an owner what is to be known of a public channel."""
    person, news = await _person(occasion, claimed), claimed.read(ChannelNews)
    channel = await occasion.session.get(PublicChannel, claimed.subject_id or 0)
    if person is None or news is None or channel is None or person.staff_role is not Role.OWNER:
        return None
    return channel_views.news(reader, channel, news.what)


async def _person(occasion: Occasion, claimed: Claimed) -> Person | None:
    return await occasion.session.get(Person, claimed.person_id) if claimed.person_id is not None else None


async def _advisory(occasion: Occasion, claimed: Claimed) -> Advisory:
    """Find what a message is about, once for all of its recipients."""
    advisory_id = claimed.subject_id or 0

    async def find() -> Advisory:
        return await advisories.by_id(occasion.session, advisory_id=advisory_id)

    return await occasion.once(claimed, find, about=(ADVISORY_SUBJECT, advisory_id))
