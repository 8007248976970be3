"""Advisories as everybody uses them (`/canhbao`): the list, the search, one of them, what a business says of it."""

from telegram import Update

from handlers.advisories import cards
from handlers.advisories.taps import (
    AdvisoryAnswerTap,
    AdvisoryHeapTap,
    AdvisoryListTap,
    AdvisoryRemindTap,
    AdvisoryTap,
)
from handlers.advisories.views import cards as views
from handlers.advisories.views import lists as list_views
from handlers.frame.access import COORDINATORS, PRIVATE_OR_GROUP, allow
from handlers.frame.attachments import words_of
from handlers.frame.context import Context, tapped_data
from handlers.frame.views.message import Message
from models.advisories import AdvisoryAnswer
from models.people import Role
from services.advisories import advisories, answering, lists, steps

CONCERNED = COORDINATORS | {Role.REPRESENTATIVE}
MEMBERS = frozenset({Role.REPRESENTATIVE})


@allow(CONCERNED)
async def on_advisories(update: Update, context: Context) -> None:
    """List advisories (`/canhbao`), or find those that have the words after the command."""
    typed = words_of(update.message).partition(" ")[2] if update.message is not None else ""
    await _show_list(context, number=0, typed=typed.strip())


@allow(CONCERNED)
async def on_list(update: Update, context: Context) -> None:
    """Show another page of the list."""
    await _show_list(context, number=AdvisoryListTap.unpack(tapped_data(update)).page)


async def _show_list(context: Context, *, number: int, typed: str = "") -> None:
    context.show(await list_of(context, number=number, typed=typed))


async def list_of(context: Context, *, number: int = 0, typed: str = "") -> Message:
    """Make a page of the list, as far as the person may see it."""
    is_staff = bool(context.turn.roles & COORDINATORS)
    page = await lists.page(context.session, person=context.person, is_staff=is_staff, number=number, typed=typed)
    return list_views.listing(context.reader, page, writes=is_staff)


@allow(CONCERNED)
async def on_advisory(update: Update, context: Context) -> None:
    """Show an advisory: to those who coordinate with who says what of it."""
    advisory_id = AdvisoryTap.unpack(tapped_data(update)).advisory_id
    if context.turn.roles & COORDINATORS:
        await cards.show_page(update, context, await advisories.by_id(context.session, advisory_id=advisory_id))
        return
    seen = await advisories.seen_by(context.session, advisory_id=advisory_id, person=context.person)
    await cards.show_read(update, context, seen)


@allow(MEMBERS, places=PRIVATE_OR_GROUP)
async def on_answer(update: Update, context: Context) -> None:
    """Keep what a business says of an advisory; the cards of all its people follow by the outbox."""
    tap = AdvisoryAnswerTap.unpack(tapped_data(update))
    await keep_answer(context, advisory_id=tap.advisory_id, said=tap.answer)
    context.notice(context.reader.label(f"advisory-kept-{tap.answer}"))


async def keep_answer(context: Context, *, advisory_id: int, said: AdvisoryAnswer) -> None:
    """Keep what was tapped or typed of an advisory for the person's businesses, or for that of the group."""
    await answering.answer(
        context.session,
        advisory_id=advisory_id,
        said=said,
        by=context.person,
        now=context.now,
        only_for=context.turn.group.member_id if context.turn.group is not None else None,
    )


@allow(COORDINATORS)
async def on_heap(update: Update, context: Context) -> None:
    """List the businesses that say one thing of an advisory, or nothing."""
    tap = AdvisoryHeapTap.unpack(tapped_data(update))
    advisory = await advisories.by_id(context.session, advisory_id=tap.advisory_id)
    found = await answering.listing(context.session, advisory_id=tap.advisory_id, heaps=(tap.heap,), number=tap.page)
    context.show(views.heap(context.reader, advisory, tap.heap, found))


@allow(COORDINATORS)
async def on_remind(update: Update, context: Context) -> None:
    """Remind those who have not acknowledged an advisory."""
    advisory_id = AdvisoryRemindTap.unpack(tapped_data(update)).advisory_id
    people = await steps.nudge(context.session, advisory_id=advisory_id, by=context.person, now=context.now)
    context.notice(context.reader.label("advisory-reminding", people=people))
    await cards.show_page(update, context, await advisories.by_id(context.session, advisory_id=advisory_id))
