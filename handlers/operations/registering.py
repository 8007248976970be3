"""The operations group: registered by an owner, shown with what it can do, let go, moved and lost."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Chat, ChatMember, Update
from telegram.constants import ChatType

from handlers.frame.access import ANYWHERE, COORDINATORS, EVERYONE, NotAllowed, allow
from handlers.frame.context import Context, keep_tapped, tapped_data, tapped_message_id
from handlers.frame.links import Link, LinkWord
from handlers.frame.office import Office
from handlers.frame.taps import TapUnreadable
from handlers.frame.views.message import Message
from handlers.operations import naming
from handlers.operations.taps import GroupVerb, OperationsGroupTap
from handlers.operations.views import group as views
from models.broadcasts import Lane
from models.identity import id_of
from models.people import Role
from services.operations import outcomes, rooms, topics
from services.operations.kinds import GROUP_PAGE
from services.outbox import broadcasts

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
OUT = (ChatMember.LEFT, ChatMember.BANNED)


@allow(EVERYONE, places=ANYWHERE)
async def on_operations(update: Update, context: Context) -> None:
    """Show how the operations group stands (`/nhomdieuhanh`); an owner registers a group by writing it there."""
    chat = update.effective_chat
    if chat is None or chat.type not in GROUPS:
        await _show(update, context)
    elif context.turn.operations is not None:
        if rooms.may_hint(context.turn.operations, now=context.now):
            context.send(views.here(context.reader))
    elif Role.OWNER in context.turn.roles:
        await _register(context, chat)


@allow(EVERYONE, places=ANYWHERE)
async def on_link(update: Update, context: Context, _link: Link) -> None:
    """Register the group in which an owner opened the link; in private, show how the group stands."""
    chat = update.effective_chat
    if chat is None or chat.type not in GROUPS:
        await _show(update, context)
        return
    if Role.OWNER not in context.turn.roles:
        raise NotAllowed
    await _register(context, chat)


async def _register(context: Context, chat: Chat) -> None:
    """Make this group the operations group; its owner gets in private what Telegram says of it."""
    group = await rooms.register(
        context.session, chat_id=chat.id, title=chat.title or "", by=context.person, now=context.now
    )
    context.send(views.registered(context.office.reader(group.language)))
    await broadcasts.queue(
        context.session, kind=GROUP_PAGE, people=[id_of(context.person)], subject_id=id_of(group), now=context.now
    )


async def _show(update: Update, context: Context) -> None:
    if not context.turn.roles & COORDINATORS:
        raise NotAllowed
    group = await rooms.current(context.session)
    is_owner = Role.OWNER in context.turn.roles
    if group is None:
        url = context.office.operations_link(Link(LinkWord.OPERATIONS).pack()) if is_owner else None
        context.show(views.none(context.reader, url=url))
        return
    if tapped_message_id(update) is None:
        # It comes by the outbox, and so is edited as soon as something changes.
        await broadcasts.queue(
            context.session,
            kind=GROUP_PAGE,
            people=[id_of(context.person)],
            subject_id=id_of(group),
            lane=Lane.ASKED,
            now=context.now,
        )
        return
    context.show(views.page(context.reader, group, is_owner=is_owner, now=context.now))
    await keep_tapped(update, context, kind=GROUP_PAGE, subject_id=id_of(group))


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button about the group: look, check again, ask whether to let it go, let it go."""
    verb = OperationsGroupTap.unpack(tapped_data(update)).verb
    if verb is GroupVerb.SHOW:
        await _show(update, context)
        return
    group = await rooms.still(context.session)
    if verb is GroupVerb.CHECK:
        rooms.check(group, now=context.now)
        await topics.want_again(context.session, group=group, now=context.now)
        context.notice(views.checking(context.reader))
        await _show(update, context)
        return
    if Role.OWNER not in context.turn.roles:
        raise NotAllowed
    if verb is GroupVerb.ASK:
        context.show(views.ask_let_go(context.reader, group))
    elif verb is GroupVerb.LET_GO:
        await rooms.let_go(context.session, group=group, by=context.person, now=context.now)
        context.show(views.let_go(context.reader, group))
    else:
        raise TapUnreadable


@allow(EVERYONE, places=ANYWHERE)
async def on_place(update: Update, context: Context) -> None:
    """Keep what the bot may do in the operations group from now on, or that it was put out of it."""
    change, group = update.my_chat_member, context.turn.operations
    if change is None or group is None:
        return
    if change.new_chat_member.status in OUT:
        await rooms.lose(context.session, group=group, now=context.now)
        return
    reads_all = bool(context.bot.can_read_all_group_messages)
    found = naming.checked(bool(change.chat.is_forum), change.new_chat_member, reads_all=reads_all)
    await topics.learn(context.session, group=group, found=found, now=context.now)


@allow(EVERYONE, places=ANYWHERE)
async def on_change(update: Update, context: Context) -> None:
    """Follow what becomes of the group itself."""
    await follow(context.session, update, now=context.now)


async def follow(session: AsyncSession, update: Update, *, now: datetime) -> None:
    """Follow the operations group as it becomes a supergroup or gets another name, whoever did so."""
    message = update.message
    if message is None or message.chat.type not in GROUPS:
        return
    before, after = message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id is not None:
        before, after = message.migrate_from_chat_id, message.chat.id
    group = await rooms.of_chat(session, chat_id=before)
    if group is not None and after is not None:
        await outcomes.move(session, group=group, chat_id=after, now=now)
    if group is not None and message.new_chat_title:
        rooms.rename(group, title=message.new_chat_title)
        await session.flush()
        await rooms.redraw_pages(session, group=group, now=now)


async def answer_anonymous(session: AsyncSession, update: Update, *, office: Office, now: datetime) -> Message | None:
    """Make the words for an anonymous admin who writes in the operations group; None where none are due."""
    message = update.message
    if message is None or message.sender_chat is None or message.sender_chat.id != message.chat.id:
        return None
    group = await rooms.of_chat(session, chat_id=message.chat.id)
    if group is None or not (message.text or message.caption) or not rooms.may_hint(group, now=now):
        return None
    return views.anonymous(office.reader(group.language))
