"""The front door: menu, help, language, and the news that someone blocked the bot."""

from collections.abc import Mapping, Sequence

from telegram import Chat, ChatMember, Update

from handlers.frame.access import ANYWHERE, COORDINATORS, EVERYONE, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.faces import MenuPage
from handlers.frame.views.message import Message
from handlers.frame.views.open_things import OpenThing
from handlers.front import layout, views
from handlers.front.taps import LanguageTap
from handlers.privacy.views.my_data import renewal
from handlers.wings import WING_FACES
from models.channels import Channel
from services.ground import drafts
from services.incidents import cards as incident_cards
from services.people import accounts, reach
from services.people import businesses as members
from services.privacy import held as privacy
from services.privacy import withdrawal


@allow(EVERYONE)
async def on_menu(update: Update, context: Context) -> None:
    """Open the main menu."""
    await show_menu(context, greeting=False)


async def show_menu(context: Context, *, greeting: bool, unread: bool = False) -> None:
    """Show what a person may do here, by what they are; `unread`: what they sent can't be read."""
    businesses = await members.spoken_for(context.session, person=context.person)
    kind = accounts.menu_for(context.turn.roles)
    renew = await privacy.should_renew(context.session, person=context.person)
    things = [thing for tell in (half_written, *WING_FACES.open_now) for thing in await tell(context)]
    buttons = min(len(things), layout.MOST_OPEN - renew)
    context.show(
        views.menu(
            context.reader,
            kind=kind,
            things=things,
            buttons=buttons,
            entries=layout.fitted(layout.menu_of(kind, speaks=bool(businesses)), taken=buttons + renew),
            waiting=await _waiting(context),
            department=context.office.department,
            businesses=[member.name for member in businesses],
            greeting=greeting,
            unread=_unread(context) if unread else None,
            renewal=renewal(context.reader) if renew else None,
        )
    )


async def _waiting(context: Context) -> Mapping[str, int]:
    """Count what waits behind the entries of the menu, and behind its doors, for those who coordinate."""
    if not context.turn.roles & COORDINATORS:
        return {}
    entries = WING_FACES.entries.items()
    waiting = {name: await entry.waits(context) for name, entry in entries if entry.waits is not None}
    for page in layout.DOORS:
        waiting[page] = sum(waiting.get(name, 0) for name, entry in entries if entry.page is page)
    return waiting


async def half_written(context: Context) -> Sequence[OpenThing]:
    """Name the dialogue that the person has begun and not finished, and can go on with."""
    draft = await drafts.current(context.session, person=context.person)
    if draft is None or not WING_FACES.conversations[draft.dialogue].goes_on:
        return ()
    return (views.half_written(context.reader, draft, now=context.now),)


def _unread(context: Context) -> views.Unread:
    return views.Unread.TO_COORDINATORS if context.turn.roles & COORDINATORS else views.Unread.TO_OTHERS


@allow(EVERYONE)
async def on_more(update: Update, context: Context) -> None:
    """Show what the menu has no room for."""
    businesses = await members.spoken_for(context.session, person=context.person)
    rows = layout.menu_of(accounts.menu_for(context.turn.roles), speaks=bool(businesses))
    context.show(views.more(context.reader, layout.behind(rows), await _waiting(context)))


@allow(COORDINATORS)
async def on_prepare(update: Update, context: Context) -> None:
    """Show what is prepared in quiet times."""
    await _show_page(context, MenuPage.PREPARE)


@allow(EVERYONE)
async def on_after(update: Update, context: Context) -> None:
    """Show what is looked back at after an incident; whoever has nothing there is shown the menu."""
    await _show_page(context, MenuPage.AFTER)


async def _show_page(context: Context, page: MenuPage) -> None:
    rows = layout.PAGES[page][accounts.menu_for(context.turn.roles)]
    if not rows:
        await show_menu(context, greeting=False)
        return
    context.show(views.page(context.reader, page, (*rows, (layout.MENU_ENTRY,)), await _waiting(context)))


def nearest_command(update: Update, context: Context) -> Message | None:
    """Say which command resembles one that is none; None where none does, or it was no command.

    One that is sent to another bot is none of ours, however it is called.
    """
    name, nearest = _command_in(update, context)
    if nearest is None or nearest == name:
        return None
    listed = layout.COMMANDS[accounts.menu_for(context.turn.roles)]
    return views.unknown_command(context.reader, name, {nearest: listed[nearest]})


def _command_in(update: Update, context: Context) -> tuple[str, str | None]:
    """Give the name of the command that was typed, empty where none was, and the one that resembles it."""
    written = ((update.effective_message and update.effective_message.text) or "").split(maxsplit=1)
    if not written or not written[0].startswith("/"):
        return "", None
    name = written[0].partition("@")[0].removeprefix("/")
    return name, views.nearest(name, layout.COMMANDS[accounts.menu_for(context.turn.roles)])


def show_nearest_command(update: Update, context: Context) -> bool:
    """Say that a command is none, and which resembles it that the person may use; tell whether it was a command.

    Words that follow one that resembles none are said to somebody: they are left to those who hear words.
    """
    message = update.effective_message
    written = ((message and message.text) or "").split(maxsplit=1)
    if not written or not written[0].startswith("/"):
        return False
    name, nearest = _command_in(update, context)
    listed = layout.COMMANDS[accounts.menu_for(context.turn.roles)]
    if nearest is None and len(written) > 1:
        return False
    context.show(views.unknown_command(context.reader, name, {nearest: listed[nearest]} if nearest else {}))
    return True


@allow(EVERYONE)
async def on_help(update: Update, context: Context) -> None:
    """Explain the commands that a person may use (`/trogiup`)."""
    kind = accounts.menu_for(context.turn.roles)
    context.show(views.help_page(context.reader, kind=kind, listed=layout.COMMANDS[kind]))


@allow(EVERYONE)
async def on_language(update: Update, context: Context) -> None:
    """Ask for the language to speak (`/ngonngu`)."""
    context.show(views.languages(context.reader))


@allow(EVERYONE)
async def on_language_tap(update: Update, context: Context) -> None:
    """Speak the language that was tapped from now on."""
    tap = LanguageTap.unpack(tapped_data(update))
    await accounts.choose_language(context.session, person=context.person, language=tap.language, now=context.now)
    context.notice(views.language_chosen(context.reader))
    await show_menu(context, greeting=False)


@allow(EVERYONE, places=ANYWHERE)
async def on_membership(update: Update, context: Context) -> None:
    """Keep that a person blocked the bot or let it write again: coordinators see whom alerts cannot reach."""
    change = update.my_chat_member
    if change is None or change.chat.type != Chat.PRIVATE:
        return
    if context.turn.is_newcomer:
        # Whoever withdrew and then blocks the bot, or only looks in, is not stored (again) by that.
        await withdrawal.forget_passer_by(context.session, person=context.person)
        return
    if change.new_chat_member.status == ChatMember.BANNED:
        await reach.lose(
            context.session, person=context.person, channel=Channel.TELEGRAM, reason="blocked", now=context.now
        )
    await incident_cards.redraw_tallies_counting(context.session, person=context.person, now=context.now)
