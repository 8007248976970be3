"""Businesses' own groups: bound by a link, looked after by those who speak for the business, lost and moved."""

from datetime import datetime

from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Chat, ChatMember, Update
from telegram.constants import ChatType

from handlers.frame.access import ANYWHERE, EVERYONE, PRIVATE_OR_GROUP, allow
from handlers.frame.compose import Occasion
from handlers.frame.context import Context, tapped_data, topic_of
from handlers.frame.links import Link, LinkWord
from handlers.frame.office import Office
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import refusals
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.groups import views
from handlers.groups.taps import GroupTap
from models.groups import Group
from models.identity import id_of
from models.invitations import Invitation
from models.members import Member
from models.people import Role
from services.groups import bindings, moves
from services.outbox.deliveries import Claimed
from services.people import businesses as members
from services.wings import KINDS

GROUPS = (ChatType.GROUP, ChatType.SUPERGROUP)
IN = (ChatMember.MEMBER, ChatMember.ADMINISTRATOR)
OUT = (ChatMember.LEFT, ChatMember.BANNED)


@allow(EVERYONE, places=ANYWHERE)
async def on_groups(update: Update, context: Context) -> None:
    """Show how a group stands (`/nhom`): in it, to those who speak for its business; in private, each business's."""
    group = context.turn.group
    if group is not None:
        await _answer_here(update, context, group)
    elif context.turn.operations is not None:
        await context.turn.entries["operations"](update, context)
    elif update.effective_chat is not None and update.effective_chat.type in GROUPS:
        context.send(views.how_to_bind(context.reader, url=_page(context)))
    else:
        await _show_all(context)


async def _answer_here(update: Update, context: Context, group: Group) -> None:
    """Show in a group whose it is; anybody else hears, seldom, that it is not theirs to ask."""
    try:
        await bindings.check_speaker(context.session, group=group, person=context.person)
    except bindings.OnlyRepresentatives as refusal:
        if bindings.may_hint(group, now=context.now):
            context.send(refusals.message(refusal, context.reader))
    else:
        await _show_here(context, group, topic_of(update))


async def _show_all(context: Context) -> None:
    """Show the group of a person's business, or ask of which one."""
    businesses = await members.spoken_for(context.session, person=context.person)
    if len(businesses) == 1:
        await _show(context, businesses[0])
    else:
        context.show(views.choose(context.reader, businesses))


@allow(EVERYONE)
async def on_link(update: Update, context: Context, _link: Link) -> None:
    """Lead a person who comes from a group to where a group is bound."""
    await _show_all(context)


@allow(EVERYONE, places=PRIVATE_OR_GROUP)
async def on_group(update: Update, context: Context) -> None:
    """Take a button of a business's group: look, make a link, choose its topic, ask whether to let it go, let it go."""
    tap = GroupTap.unpack(tapped_data(update))
    member = await bindings.to_look_after(context.session, member_id=tap.member_id, person=context.person)
    here = context.turn.group
    if here is not None and (here.member_id != member.id or tap.verb == views.LINK):
        raise TapUnreadable
    match tap.verb:
        case views.SHOW if here is not None:
            await _show_here(context, here, topic_of(update))
        case views.TOPIC if here is not None:
            bindings.choose_topic(
                context.session, group=here, topic_id=topic_of(update), by=context.person, now=context.now
            )
            context.show(views.topic_chosen(context.reader, member))
        case views.SHOW:
            await _show(context, member)
        case views.LINK:
            await _invite(context, member)
        case views.ASK:
            context.show(views.ask(context.reader, member, await _group(context, member)))
        case views.UNBIND:
            await _unbind(context, member)
        case _:
            raise TapUnreadable


async def _group(context: Context, member: Member) -> Group:
    """Find the group of a business; raises NoGroup."""
    group = await bindings.of_member(context.session, member_id=id_of(member))
    if group is None:
        raise bindings.NoGroup
    return group


async def _show(context: Context, member: Member) -> None:
    """Show the group of a business; a person who may bind one, where there is none, gets the link at once."""
    group = await bindings.of_member(context.session, member_id=id_of(member))
    may_bind = await bindings.may_bind(context.session, member_id=id_of(member), person=context.person)
    if group is not None:
        context.show(views.bound(context.reader, member, group, may_bind=may_bind))
    elif may_bind:
        await _invite(context, member)
    else:
        context.show(views.unbound(context.reader, member))


async def _show_here(context: Context, group: Group, topic_id: int | None) -> None:
    member = await members.by_id(context.session, member_id=group.member_id)
    context.show(views.here(context.reader, member, elsewhere=topic_id != group.topic_id))


async def _invite(context: Context, member: Member) -> None:
    token, until = await bindings.invite(context.session, member=member, by=context.person, now=context.now)
    url = context.office.group_link(Link(LinkWord.INVITATION, token).pack())
    has_one = await bindings.of_member(context.session, member_id=id_of(member)) is not None
    context.show(views.invitation(context.reader, member, url=url, until=until, instead=has_one))


async def _unbind(context: Context, member: Member) -> None:
    """Let the group go; where this happens in it, the message here says so, and no other is needed."""
    group = await _group(context, member)
    here = context.turn.group is not None
    await bindings.unbind(context.session, group=group, by=context.person, there=not here, now=context.now)
    context.show(views.let_go_here(context.reader, member) if here else views.let_go(context.reader, member))


@allow(EVERYONE, places=ANYWHERE)
async def on_invitation(update: Update, context: Context, invitation: Invitation) -> None:
    """Bind the group in which a link was opened, and say there what it means."""
    chat = update.effective_chat
    if chat is None or chat.type not in GROUPS:
        raise TapUnreadable
    group, member = await bindings.bind(
        context.session,
        invitation=invitation,
        person=context.person,
        chat_id=chat.id,
        title=chat.title or "",
        topic_id=topic_of(update),
        kinds=KINDS,
        now=context.now,
    )
    context.send(views.welcome(context.office.reader(group.language), member))


@allow(EVERYONE, places=ANYWHERE)
async def on_membership(update: Update, context: Context) -> None:
    """Say how to bind a group that the bot was added to by hand; let go of one that it was put out of."""
    change = update.my_chat_member
    if change is None or change.chat.type not in GROUPS:
        return
    before, now = change.old_chat_member.status, change.new_chat_member.status
    if now in OUT and context.turn.group is not None:
        await bindings.lose(context.session, group_id=id_of(context.turn.group), now=context.now)
    elif now in IN and before not in IN and not await _is_expected(context, change.chat):
        context.send(views.how_to_bind(context.reader, url=_page(context)))


async def _is_expected(context: Context, chat: Chat) -> bool:
    """Tell whether the bot is at home: the group is bound, becomes a supergroup, or is about to be bound by a link.

    An owner registers the department's own group. Telegram tells of the new chat before, between or after its two
    messages of the move.
    """
    if context.turn.operations is not None or Role.OWNER in context.turn.roles:
        return True
    if context.turn.group is not None or await moves.may_be_moving(context.session, title=chat.title or ""):
        return True
    return await bindings.awaits_a_group(context.session, person=context.person, now=context.now)


def _page(context: Context) -> str:
    return context.office.link(Link(LinkWord.GROUP).pack())


@allow(EVERYONE, places=ANYWHERE)
async def on_change(update: Update, context: Context) -> None:
    """Follow what becomes of a group itself."""
    await follow(context.session, update, now=context.now)


async def follow(session: AsyncSession, update: Update, *, now: datetime) -> None:
    """Follow a group that has become a supergroup, told in the old chat and in the new one, or has another name.

    Whoever did so, an anonymous admin included.
    """
    message = update.message
    if message is None or message.chat.type not in GROUPS:
        return
    before, after = message.chat.id, message.migrate_to_chat_id
    if message.migrate_from_chat_id is not None:
        before, after = message.migrate_from_chat_id, message.chat.id
    group = await bindings.of_chat(session, chat_id=before)
    if group is not None and after is not None:
        await moves.move(session, group_id=id_of(group), chat_id=after, kinds=KINDS, now=now)
    if group is not None and message.new_chat_title:
        bindings.rename(group, title=message.new_chat_title)


async def answer_anonymous(session: AsyncSession, update: Update, *, office: Office, now: datetime) -> Message | None:
    """Make the words for an anonymous admin who writes a command in a business's group; None where none are due."""
    message = update.message
    if message is None or message.sender_chat is None or message.sender_chat.id != message.chat.id:
        return None
    group = await bindings.of_chat(session, chat_id=message.chat.id)
    if group is None or not (message.text or "").startswith("/") or not bindings.may_hint(group, now=now):
        return None
    return views.anonymous(office.reader(group.language))


async def compose_bound(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell that a business's alerts are read in a group from now on, or give None when they no longer are."""
    member, group = await _state(occasion, claimed)
    return views.told_bound(reader, member, group) if member is not None and group is not None else None


async def compose_unbound(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a group that it was let go, and the business's people that there is none; None when there is another."""
    member, group = await _state(occasion, claimed)
    if member is None:
        return None
    if claimed.group_id is not None:
        return views.let_go_here(reader, member)
    stays = member.status not in bindings.GONE
    return views.told_unbound(reader, member) if group is None and stays else None


async def compose_lost(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell that the bot is no longer in a business's group; None when it has another by now."""
    member, group = await _state(occasion, claimed)
    return views.told_lost(reader, member) if member is not None and group is None else None


async def compose_out_of_reach(occasion: Occasion, claimed: Claimed, reader: Reader) -> Message | None:
    """Tell a coordinator that a business's group cannot be written to; None when it has another by now."""
    member, group = await _state(occasion, claimed)
    return views.told_out_of_reach(reader, member) if member is not None and group is None else None


async def _state(occasion: Occasion, claimed: Claimed) -> tuple[Member | None, Group | None]:
    """Find the business that a message is about, and its group."""
    if claimed.subject_id is None:
        return None, None
    member = await members.by_id(occasion.session, member_id=claimed.subject_id)
    return member, await bindings.of_member(occasion.session, member_id=claimed.subject_id)
