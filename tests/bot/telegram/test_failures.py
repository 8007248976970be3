"""What a failed request means: each row of the table of failures."""

from datetime import timedelta

import pytest
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Conflict,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.telegram.failures import SOON, Verdict, is_of_topic, judge, judge_of_group
from bot.telegram.transport import NotSent, NotTelegram
from services.outbox.deliveries import Outcome


def test_a_refused_connection_is_tried_again_soon() -> None:
    assert judge(NotSent("no connection")) == Verdict(Outcome.REFUSED_FOR_NOW, wait=SOON)


def test_an_answer_that_is_not_telegrams_fails_nothing_and_pauses_everybody() -> None:
    assert judge(NotTelegram("a web page")) == Verdict(Outcome.IN_DOUBT, wait=SOON, pause_all=True)


@pytest.mark.parametrize("wait", [17, timedelta(seconds=17)])
def test_too_many_requests_rest_the_chat_as_long_as_telegram_asks(wait: int | timedelta) -> None:
    verdict = judge(RetryAfter(wait))

    assert verdict == Verdict(Outcome.REFUSED_FOR_NOW, wait=timedelta(seconds=17), rest_chat=True)


@pytest.mark.parametrize(
    "error", [TimedOut("no answer in time"), NetworkError("the connection broke"), NetworkError("Bad Gateway")]
)
def test_after_a_broken_connection_the_fate_is_unknown(error: TelegramError) -> None:
    assert judge(error) == Verdict(Outcome.UNKNOWN, wait=SOON)


@pytest.mark.parametrize(
    "error",
    [
        Forbidden("Forbidden: bot was blocked by the user"),
        Forbidden("Forbidden: user is deactivated"),
        Forbidden("Forbidden: bot can't initiate conversation with a user"),
        BadRequest("Chat not found"),
        BadRequest("PEER_ID_INVALID"),
        BadRequest("Not enough rights to send text messages to the chat"),
        BadRequest("Have no rights to send a message"),
    ],
)
def test_whom_telegram_will_not_write_to_is_unreachable(error: TelegramError) -> None:
    verdict = judge(error)

    assert verdict == Verdict(Outcome.UNREACHABLE)


def test_a_chat_that_moved_is_written_to_at_its_new_place_at_once() -> None:
    verdict = judge(ChatMigrated(-100_777))

    assert verdict == Verdict(Outcome.REFUSED_FOR_NOW, wait=timedelta(0), moved_to=-100_777)


def test_what_telegram_cannot_parse_goes_once_more_as_plain_text() -> None:
    verdict = judge(BadRequest("Can't parse entities: unsupported start tag"))

    assert verdict.as_plain_text
    assert verdict.outcome is Outcome.FAILED


def test_a_message_that_is_as_it_should_be_counts_as_success() -> None:
    verdict = judge(BadRequest("Message is not modified: specified new message content and reply markup are the same"))

    assert verdict == Verdict(Outcome.SENT)


@pytest.mark.parametrize(
    "error", [BadRequest("Message to edit not found"), BadRequest("BUTTON_DATA_INVALID"), TelegramError("strange")]
)
def test_what_telegram_refuses_for_other_reasons_has_failed(error: TelegramError) -> None:
    assert judge(error) == Verdict(Outcome.FAILED)


@pytest.mark.parametrize("error", [InvalidToken("Unauthorized"), Conflict("terminated by other getUpdates request")])
def test_trouble_of_the_whole_bot_is_no_fault_of_the_message(error: TelegramError) -> None:
    assert judge(error) == Verdict(Outcome.REFUSED_FOR_NOW, wait=SOON, pause_all=True)


@pytest.mark.parametrize(
    "words",
    [
        "TOPIC_CLOSED",
        "CHAT_WRITE_FORBIDDEN",
        "CHAT_SEND_PLAIN_FORBIDDEN",
        "CHAT_RESTRICTED",
        "CHAT_ADMIN_REQUIRED",
        "Have no write access to the chat",
        "Something that Telegram has never said before",
    ],
)
def test_a_group_that_cannot_be_written_to_is_unreachable_whatever_the_words(words: str) -> None:
    assert judge_of_group(BadRequest(words)) == Verdict(Outcome.UNREACHABLE)


@pytest.mark.parametrize(
    "words",
    [
        "Message is too long",
        "Message text is empty",
        "Message to edit not found",
        "Message can't be edited",
        "MESSAGE_ID_INVALID",
        "BUTTON_DATA_INVALID",
        "Object expected as reply markup",
        "ENTITY_BOUNDS_INVALID",
    ],
)
def test_our_own_mistake_fails_in_a_group_too(words: str) -> None:
    assert judge_of_group(BadRequest(words)) == Verdict(Outcome.FAILED)


def test_other_failures_mean_in_a_group_what_they_mean_elsewhere() -> None:
    assert judge_of_group(TelegramError("strange")) == Verdict(Outcome.FAILED)
    assert judge_of_group(BadRequest("Message is not modified")) == Verdict(Outcome.SENT)
    assert judge_of_group(BadRequest("Can't parse entities: x")) == Verdict(Outcome.FAILED, as_plain_text=True)


def test_what_was_not_sent_is_tried_again_in_three_seconds() -> None:
    assert judge(NotSent("no connection")).wait == timedelta(seconds=3)


def test_what_has_failed_pauses_nobody_rests_no_chat_and_is_not_said_again() -> None:
    verdict = judge(TelegramError("strange"))

    assert (verdict.pause_all, verdict.rest_chat, verdict.as_plain_text) == (False, False, False)


def test_only_a_refusal_that_names_the_topic_is_about_the_topic_alone() -> None:
    assert is_of_topic(BadRequest("TOPIC_CLOSED"))
    assert not is_of_topic(BadRequest("Chat not found"))
    assert not is_of_topic(Forbidden("topic_closed"))
