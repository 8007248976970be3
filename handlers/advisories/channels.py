"""The public channel (`/kenh`): heard of when the bot becomes its administrator, bound and let go by an owner."""

from telegram import ChatMember, ChatMemberAdministrator, ChatMemberUpdated, Update
from telegram.constants import ChatType
from telegram.ext import ChatMemberHandler

from handlers.advisories.taps import ChannelVerb, PublicChannelTap
from handlers.advisories.views import channels as views
from handlers.frame.access import ANYWHERE, COORDINATORS, EVERYONE, NotAllowed, allow
from handlers.frame.context import Context, tapped_data
from models.people import Role
from services.advisories import channels, posts


class PlaceInChannelHandler(ChatMemberHandler[Context, None]):
    """Hears what the bot may do in a channel from now on."""

    def check_update(self, update: object) -> bool:
        """Tell whether an update is about a channel."""
        change: ChatMemberUpdated | None = update.my_chat_member if isinstance(update, Update) else None
        return change is not None and change.chat.type == ChatType.CHANNEL


@allow(EVERYONE, places=ANYWHERE)
async def on_place(update: Update, context: Context) -> None:
    """Keep that the bot may post in a channel, or may not any more; whoever did so binds nothing by that."""
    change = update.my_chat_member
    if change is None:
        return
    await channels.hear(
        context.session,
        chat_id=change.chat.id,
        title=change.chat.title or "",
        may_post=_may_post(change.new_chat_member),
        language=context.office.language,
        now=context.now,
    )


def _may_post(bot: ChatMember) -> bool:
    return isinstance(bot, ChatMemberAdministrator) and bool(bot.can_post_messages)


@allow(COORDINATORS)
async def on_channel(_update: Update, context: Context) -> None:
    """Show which channel is bound."""
    await _show(context)


async def _show(context: Context) -> None:
    bound, offered = await posts.channel(context.session), await channels.offered(context.session)
    context.show(views.page(context.reader, bound, offered, is_owner=Role.OWNER in context.turn.roles))


@allow(COORDINATORS)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button about a channel; only owners bind one or let it go."""
    tap = PublicChannelTap.unpack(tapped_data(update))
    if tap.verb is ChannelVerb.SHOW:
        await _show(context)
        return
    if Role.OWNER not in context.turn.roles:
        raise NotAllowed
    session, now = context.session, context.now
    if tap.verb is ChannelVerb.BIND:
        await channels.bind(session, channel_id=tap.channel_id, by=context.person, now=now)
        await _show(context)
        return
    channel = await channels.bound_one(session, channel_id=tap.channel_id)
    if tap.verb is ChannelVerb.ASK:
        context.show(views.ask(context.reader, channel))
        return
    await channels.let_go(session, channel=channel, by=context.person, now=now)
    await _show(context)
