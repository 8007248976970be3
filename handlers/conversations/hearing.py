"""Hears what members write outside of the buttons: in private, as a reply to a card, and in their group."""

import hashlib
import hmac
from collections.abc import Callable
from dataclasses import replace

from telegram import Message as TelegramMessage
from telegram import Update
from telegram.constants import MessageEntityType

from handlers.conversations import answering
from handlers.conversations import cards as own_cards
from handlers.conversations.views import asking as views
from handlers.frame.access import COORDINATORS
from handlers.frame.attachments import album_of, attached, spoken_words, words_of
from handlers.frame.compose import Occasion
from handlers.frame.context import Context
from models.broadcasts import Broadcast
from models.conversations import Question
from models.identity import id_of
from models.incidents import IncidentKind
from models.members import Member
from models.people import Role
from models.tasks import Task
from services.conversations import asking, cards, danger, meaning, outsiders, waiting
from services.conversations.asking import Spoken
from services.conversations.meaning import About
from services.ground import drafts
from services.groups import bindings


async def hear_reply(update: Update, context: Context) -> bool:
    """Take a reply to a message about a question or an incident, whatever dialogue is under way."""
    message = update.effective_message
    if message is None or message.reply_to_message is None or not _says_something(message):
        return False
    about = await _about(message, context)
    if about is None:
        return False
    asked = about.question
    if asked is None and context.turn.roles & COORDINATORS and Role.REPRESENTATIVE not in context.turn.roles:
        return False
    if context.turn.roles & COORDINATORS and asked is not None and asked.person_id != context.person.id:
        await answering.answer_by_reply(update, context, asked, message)
        return True
    await _take(context, message, about)
    return True


async def hear_words(update: Update, context: Context) -> bool:
    """Take what a member or an outsider writes while no dialogue is under way."""
    message = update.effective_message
    if message is None or not _says_something(message) or context.turn.roles & COORDINATORS:
        return False
    await _take(context, message, About())
    return True


async def take_group_words(update: Update, context: Context) -> None:
    """Take what is written to the bot in a business's group: a reply to it, or a mention."""
    message, group = update.effective_message, context.turn.group
    if message is None or group is None or not _says_something(message):
        return
    if await asking.join_album(
        context.session, person=context.person, spoken=_spoken(message, context), now=context.now
    ):
        return
    if not _is_for_us(message, context) or words_of(message).startswith("/"):
        return
    await bindings.check_speaker(context.session, group=group, person=context.person)
    await _take(context, message, await _about(message, context) or About())


async def hear_edit(update: Update, context: Context) -> bool:
    """Take the words to which a person has changed a message that became a question."""
    message = update.effective_message
    words = words_of(message)
    if message is None or not words:
        return False
    question = await meaning.written(
        context.session,
        person=context.person,
        group_id=_group_id(context),
        message_id=message.message_id,
        album=album_of(message),
    )
    if question is None:
        return False
    anew = await asking.change(
        context.session, question=question, text=words, now=context.now, message_id=message.message_id
    )
    if anew is not None:
        await cards.confirm(context.session, question=anew, now=context.now)
    elif question.goes_at is not None and Role.REPRESENTATIVE in context.turn.roles:
        await waiting.wait(context.session, question=question, now=context.now)
    return True


def _says_something(message: TelegramMessage) -> bool:
    """Tell whether a message holds words or a file: what follows a command that is none is said to somebody."""
    return bool(spoken_words(message) or attached(message))


def _spoken(message: TelegramMessage, context: Context) -> Spoken:
    return Spoken(
        spoken_words(message),
        message.message_id,
        context.came,
        group_id=_group_id(context),
        file=attached(message),
        album=album_of(message),
    )


def _is_for_us(message: TelegramMessage, context: Context) -> bool:
    """Tell whether words in a group are meant for the bot: the group's own talk is none of its business."""
    answered = message.reply_to_message
    if answered is not None and answered.from_user is not None and answered.from_user.id == context.bot.id:
        return True
    mentions: list[str | None] = [MessageEntityType.MENTION]
    named = {**message.parse_entities(mentions), **message.parse_caption_entities(mentions)}
    return f"@{context.bot.username}".lower() in {text.lower() for text in named.values()}


async def _about(message: TelegramMessage, context: Context) -> About | None:
    """Tell what the message is about that a person replies to."""
    answered = message.reply_to_message
    if answered is None:
        return None
    found = await meaning.message(context.session, address=str(message.chat.id), message_id=answered.message_id)
    if found is not None:
        return found
    question = await meaning.written(
        context.session, person=context.person, group_id=_group_id(context), message_id=answered.message_id
    )
    return About(question=question) if question is not None else None


def _group_id(context: Context) -> int | None:
    return id_of(context.turn.group) if context.turn.group is not None else None


def _only_for(context: Context) -> int | None:
    """Give the business (id) for which alone is said what is said here: in its group."""
    return context.turn.group.member_id if context.turn.group is not None else None


async def _take(context: Context, message: TelegramMessage, about: About) -> None:
    await take_over(context, _spoken(message, context), about)


async def take_over(context: Context, spoken: Spoken, about: About) -> None:
    """Keep words, and send them at once where it is clear what they are about; else ask. Everybody is heard."""
    question = await _brought(context, spoken, about)
    if question is not None:
        await cards.confirm(context.session, question=question, now=context.now)


async def subject_replied_to(update: Update, context: Context, subject: str) -> int | None:
    """Tell which thing (id) of a kind a member's reply is about; raises OnlyRepresentatives in a group."""
    card = await card_replied_to(update, context, subject)
    return card.subject_id if card is not None else None


async def card_meant(update: Update, context: Context, subject: str, *, is_spelled: bool) -> Broadcast | None:
    """Find the card about a thing of a kind to which a member replies.

    Words that spell one of its buttons (`is_spelled`) need no reply: right after it they mean it as well.
    Raises OnlyRepresentatives in a group.
    """
    message = update.effective_message
    if message is None or message.reply_to_message is not None or not is_spelled:
        return await card_replied_to(update, context, subject)
    if context.turn.group is not None or not _is_member(context):
        return None
    if await drafts.current(context.session, person=context.person) is not None:
        return None
    card = await meaning.just_shown(context.session, person=context.person, now=context.now)
    return card if card is not None and card.subject == subject else None


def _is_member(context: Context) -> bool:
    """Tell whether a person is asked, and does not ask."""
    return Role.REPRESENTATIVE in context.turn.roles and not context.turn.roles & COORDINATORS


async def card_replied_to(update: Update, context: Context, subject: str) -> Broadcast | None:
    """Find the card about a thing of a kind to which a member replies, in private or in their business's group.

    Those who coordinate ask nobody by a private one. Raises OnlyRepresentatives in a group.
    """
    message, group = update.effective_message, context.turn.group
    answered = message.reply_to_message if message is not None else None
    if message is None or answered is None or not _says_something(message):
        return None
    if group is not None and words_of(message).startswith("/"):
        return None
    if group is None and not _is_member(context):
        return None
    broadcast = await meaning.broadcast_of(
        context.session, address=str(message.chat.id), message_id=answered.message_id
    )
    if broadcast is None or broadcast.subject != subject:
        return None
    if group is not None:
        await bindings.check_speaker(context.session, group=group, person=context.person)
    return broadcast


async def take_named(context: Context, message: TelegramMessage, named: Callable[[str], str]) -> None:
    """Send words to the coordinators with what they are about: `named` puts its code and title before them."""
    spoken, session, person = _spoken(message, context), context.session, context.person
    if await asking.join_album(session, person=person, spoken=spoken, now=context.now):
        return
    question = await asking.hold(
        session, person=person, spoken=replace(spoken, text=named(spoken.text)), only_for=_only_for(context)
    )
    await asking.send(session, question=question, concern=None, now=context.now)
    await cards.confirm(session, question=question, now=context.now)


async def take_beside(context: Context, message: TelegramMessage, *, is_kept: bool = False) -> None:
    """Take words that were said in a dialogue, as those outside of one; what is said of them stands above its step.

    `is_kept`: the dialogue has taken them as well, with their file, and an edit of them is for it.
    """
    spoken = _spoken(message, context)
    if is_kept:
        spoken = replace(spoken, message_id=0, file=None, album="")
    question = await _brought(context, spoken, About(), in_dialogue=True)
    if question is not None:
        occasion = Occasion(context.session, context.office, context.now)
        context.send(await own_cards.asked_or_taken(occasion, context.reader, question))


async def _brought(context: Context, spoken: Spoken, about: About, *, in_dialogue: bool = False) -> Question | None:
    """Keep words and send them, or let them wait; None where nothing more is to be said of them."""
    if await asking.join_album(context.session, person=context.person, spoken=spoken, now=context.now):
        return None
    only_for = _only_for(context)
    task = await context.session.get(Task, about.task_id) if about.task_id is not None else None
    question = await asking.hold(
        context.session, person=context.person, spoken=spoken, only_for=only_for, follows=about.question, task=task
    )
    if Role.REPRESENTATIVE not in context.turn.roles:
        await _hear_outsider(context, question, about, in_dialogue=in_dialogue)
        return None
    concerns = await meaning.concerns(context.session, person=context.person, at=question.asked_at, only_for=only_for)
    meant = await meaning.ended(context.session, person=context.person, about=about, only_for=only_for)
    meant = meant or await meaning.meant(
        context.session, person=context.person, about=about, concerns=concerns, now=context.now
    )
    of_drill = [one for one in meant if one.incident.kind is IncidentKind.DRILL]
    is_real = bool(of_drill) and danger.breaks_into_a_drill(spoken.text)
    if is_real:
        # What is real never stands under a drill, even as the answer to one of its cards.
        meant = [one for one in meant if one not in of_drill]
        if about.question is None and task is None and len(meant) != 1:
            await waiting.go(context.session, question=question, now=context.now)
            return question
    if task is not None or about.question is not None or len(meant) == 1:
        # Words of a task are of its incident, whoever was alerted.
        concern = meant[0] if meant and task is None else None
        await asking.send(context.session, question=question, concern=concern, now=context.now)
    else:
        await waiting.wait(context.session, question=question, now=context.now)
    return question


async def _hear_outsider(context: Context, question: Question, about: About, *, in_dialogue: bool) -> None:
    """Send what goes on with a conversation; the rest, of a stranger or of whom is suspended, waits for a tap."""
    # Below a step that goes on an offer is easily overlooked.
    is_cry = in_dialogue and danger.is_told_in(question.text)
    if about.question is not None or (is_cry and await _may_send(context, question)):
        await asking.send(context.session, question=question, concern=None, now=context.now, sender=sender_of(context))
        await cards.confirm(context.session, question=question, now=context.now)
        return
    member = await context.session.get(Member, question.member_id) if question.member_id is not None else None
    suspended = member.name if member is not None else ""
    await waiting.wait_of_outsider(context.session, question=question, sender=sender_of(context), now=context.now)
    context.send(views.ask_outsider(context.reader, question, suspended=suspended))


async def _may_send(context: Context, question: Question) -> bool:
    """Tell whether an outsider has not sent too much to be heard at once."""
    question.sender = sender_of(context) if question.member_id is None else ""
    return await outsiders.may_send(context.session, question=question, now=context.now)


def sender_of(context: Context) -> str:
    """Name a person's account so that it can be told from others, and nobody can tell whose it is."""
    account = str(context.person.telegram_id).encode()
    return hmac.digest(context.bot.token.encode(), account, hashlib.sha256).hex()
