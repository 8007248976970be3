"""What a failed request to Telegram means (the table in docs/telegram.md, "Failures")."""

from dataclasses import dataclass
from datetime import timedelta

from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
)

from bot.telegram.transport import NotSent, NotTelegram
from services.outbox.deliveries import Outcome

# Telegram could not be reached at all: try again soon, but do not hammer.
SOON = timedelta(seconds=3)
GONE = ("chat not found", "user not found", "peer_id_invalid", "chat_id is empty")
# A group that lets the bot in, and not speak.
MUTE = (
    "not enough rights to send",
    "have no rights to send",
    "have no write access",
    "chat_write_forbidden",
    "chat_send_plain_forbidden",
    "chat_restricted",
    "chat_admin_required",
    "need administrator rights",
    "topic_closed",
)
# What Telegram says of one topic of a forum, whose others can be written to.
OF_TOPIC = ("topic_closed", "topic_deleted", "topic_id_invalid", "message thread not found")
# What Telegram says of a request that is our own mistake, whoever it was for, or of a message that is gone.
OURS = (
    "can't parse entities",
    "message is too long",
    "text is empty",
    "message to edit not found",
    "message can't be edited",
    "message_id_invalid",
    "button",
    "reply markup",
    "entit",
)


@dataclass(frozen=True)
class Verdict:
    """The class of a failure; `wait` is how long all broadcasts, this chat or this message should rest."""

    outcome: Outcome
    wait: timedelta | None = None
    pause_all: bool = False
    rest_chat: bool = False
    as_plain_text: bool = False
    moved_to: int | None = None


def judge(error: TelegramError) -> Verdict:
    """Tell what a failure means; whatever Telegram refuses for reasons not listed is a mistake of ours."""
    match error:
        case RetryAfter():
            return Verdict(Outcome.REFUSED_FOR_NOW, wait=_period(error), rest_chat=True)
        case ChatMigrated():
            return Verdict(Outcome.REFUSED_FOR_NOW, wait=timedelta(0), moved_to=error.new_chat_id)
        case Forbidden():
            return Verdict(Outcome.UNREACHABLE)
        case BadRequest():
            return _judge_refusal(error.message.lower())
        case NotSent():
            return Verdict(Outcome.REFUSED_FOR_NOW, wait=SOON)
        case NotTelegram():
            return Verdict(Outcome.IN_DOUBT, wait=SOON, pause_all=True)
        case InvalidToken() | Conflict():
            # The trouble of the whole bot: its messages wait until somebody has seen to it.
            return Verdict(Outcome.REFUSED_FOR_NOW, wait=SOON, pause_all=True)
        case NetworkError():
            return Verdict(Outcome.UNKNOWN, wait=SOON)
        case _:
            return Verdict(Outcome.FAILED)


def _judge_refusal(description: str) -> Verdict:
    if "message is not modified" in description:
        return Verdict(Outcome.SENT)
    if any(words in description for words in GONE + MUTE):
        return Verdict(Outcome.UNREACHABLE)
    if "can't parse entities" in description:
        return Verdict(Outcome.FAILED, as_plain_text=True)
    return Verdict(Outcome.FAILED)


def judge_of_group(error: TelegramError) -> Verdict:
    """Tell what a failure means in a group: what is not known to be our mistake means that it cannot be written to."""
    verdict = judge(error)
    if isinstance(error, BadRequest) and verdict == Verdict(Outcome.FAILED):
        is_ours = any(words in error.message.lower() for words in OURS)
        return verdict if is_ours else Verdict(Outcome.UNREACHABLE)
    return verdict


def is_of_topic(error: TelegramError) -> bool:
    """Tell whether a refusal is about one topic of a forum alone, which is closed or gone."""
    return isinstance(error, BadRequest) and any(words in error.message.lower() for words in OF_TOPIC)


def _period(error: RetryAfter) -> timedelta:
    wait = error.retry_after
    return wait if isinstance(wait, timedelta) else timedelta(seconds=wait)
