"""Telegram's carrier: sends and edits messages by the Bot API, at Telegram's pace."""

from collections.abc import Callable
from contextlib import AsyncExitStack
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import structlog
from telegram import Bot
from telegram.constants import ParseMode
from telegram.error import TelegramError

from bot.base.clock import Clock
from bot.carriers import files
from bot.telegram.failures import Verdict, is_of_topic, judge, judge_of_group
from bot.telegram.throttle import Throttle
from bot.telegram.transport import AiohttpRequest, answered_by_another, written
from bot.watching.tracebacks import said
from handlers.frame.views.message import Button, Message, plain
from services.incidents.cards import incident_of
from services.outbox.deliveries import Claimed, Outcome, Result

log = structlog.get_logger(__name__)
NO_PREVIEW = {"is_disabled": True}


class TelegramCarrier:
    """Brings messages into chats; the throttle is shared with whoever else speaks there."""

    def __init__(self, bot: Bot, request: AiohttpRequest, clock: Clock, throttle: Throttle) -> None:
        self._bot = bot
        self._request = request
        self._clock = clock
        self._throttle = throttle

    def keep_to(self, throttle: Throttle) -> None:
        """Send at this pace from now on."""
        self._throttle = throttle

    @property
    def in_half_a_second(self) -> int:
        """Tell how many messages half a second lets through; very many where no limit holds."""
        return self._throttle.in_half_a_second

    def wait(self, now: datetime, in_line: int = 0) -> timedelta:
        """Tell how long every message must wait, where so many are in line."""
        return self._throttle.wait(now, in_line)

    def wait_for_recipient(self, claimed: Claimed, now: datetime) -> timedelta:
        """Tell how long messages to this chat alone must wait."""
        return self._throttle.wait_for_chat(chat_of(claimed.address), now)

    def depart(self, claimed: Claimed, now: datetime) -> Callable[[], None]:
        """Count a message that goes now; what is returned is called once its answer has come."""
        throttle = self._throttle
        number = throttle.depart(chat_of(claimed.address), now)
        return lambda: throttle.arrive(number, self._clock.now())

    async def carry(self, claimed: Claimed, message: Message) -> Result:
        """Send or edit a message; what Telegram cannot read is sent once more, as plain text.

        What a topic does not take, because it is closed or gone, goes to General.
        """
        try:
            message_id = await self._send(claimed, message, parse_mode=ParseMode.HTML)
        except TelegramError as error:
            if claimed.topic_id is not None and not claimed.is_edit and is_of_topic(error):
                return await self._carry_to_general(claimed, message)
            verdict = _judge(claimed, error)
            if verdict.as_plain_text:
                log.error(
                    "telegram could not read our text",
                    kind=claimed.kind,
                    incident_id=incident_of(claimed),
                    error=str(error),
                )
                return await self._carry_plain(claimed, message)
            return self._failed(claimed, message, error, verdict)
        return Result(claimed, Outcome.SENT, message_id=message_id, shown=message.digest())

    async def _carry_to_general(self, claimed: Claimed, message: Message) -> Result:
        log.info("a topic took nothing", kind=claimed.kind, incident_id=incident_of(claimed))
        async with self._throttle.for_words(chat_of(claimed.address), self._clock):
            result = await self.carry(replace(claimed, topic_id=None), message)
        return replace(result, claimed=claimed, left_topic=True)

    async def _carry_plain(self, claimed: Claimed, message: Message) -> Result:
        try:
            async with self._throttle.for_words(chat_of(claimed.address), self._clock):
                message_id = await self._send(claimed, message, parse_mode=None)
        except TelegramError as error:
            return self._failed(claimed, message, error, _judge(claimed, error))
        return Result(claimed, Outcome.SENT, message_id=message_id, shown=message.digest())

    async def _send(self, claimed: Claimed, message: Message, *, parse_mode: str | None) -> int | None:
        """Send or edit a message, by the Bot API itself: PTB's own objects would cost more than all the rest."""
        chat_id = chat_of(claimed.address)
        if message.takes_away:
            await self._call("deleteMessage", b"", chat_id=chat_id, message_id=claimed.message_id)
            return None
        if message.files:
            return await self._send_files(claimed, message, chat_id)
        contents = message.once(parse_mode or "plain", lambda: _contents(message, parse_mode))
        if claimed.message_id is not None:
            await self._call("editMessageText", contents, chat_id=chat_id, message_id=claimed.message_id)
            return None
        return _number_of(await self._call("sendMessage", contents, chat_id=chat_id, **_beside(claimed, message)))

    async def _send_files(self, claimed: Claimed, message: Message, chat_id: int) -> int | None:
        """Send files, several as one album, of which each takes a place of its own; what was sent stays as it is."""
        if claimed.message_id is not None:
            return None
        method, contents = files.request(message.files, caption=plain(message.text))
        async with AsyncExitStack() as places:
            for _ in message.files[1:]:
                await places.enter_async_context(self._throttle.for_words(chat_id, self._clock))
            sent = await self._call(method, written(contents), chat_id=chat_id, **_beside(claimed, message))
        return _number_of(sent[0] if isinstance(sent, list) and sent else sent)

    async def _call(self, method: str, contents: bytes, **asked: object) -> Any:
        return await self._request.call(f"{self._bot.base_url}/{method}", asked, more=contents)

    def _failed(self, claimed: Claimed, message: Message, error: TelegramError, verdict: Verdict) -> Result:
        now = self._clock.now()
        again_at = now + verdict.wait if verdict.wait is not None else None
        paused_until = self._rest(claimed, verdict, now, again_at) if again_at is not None else None
        log.info(
            "message not sent",
            kind=claimed.kind,
            incident_id=incident_of(claimed),
            outcome=verdict.outcome.name,
            error=str(error),
        )
        return Result(
            claimed,
            verdict.outcome,
            shown=message.digest() if verdict.outcome is Outcome.SENT else None,
            error=None if verdict.outcome is Outcome.SENT else said(error),
            again_at=again_at,
            moved_to=str(verdict.moved_to) if verdict.moved_to is not None else None,
            paused_until=paused_until,
        )

    def _rest(self, claimed: Claimed, verdict: Verdict, now: datetime, until: datetime) -> datetime | None:
        """Let the chat rest, or everybody, as a failure asks; return until when everybody does."""
        if verdict.rest_chat and self._throttle.refused(chat_of(claimed.address), now, until):
            return until
        if verdict.pause_all:
            self._throttle.pause(until)
            return until
        return None


def _beside(claimed: Claimed, message: Message) -> dict[str, object]:
    """Write down how a new message comes: with a sound or without, protected, in which topic, what it replies to."""
    more: dict[str, object] = {"disable_notification": message.quiet}
    if message.protected:
        more["protect_content"] = True
    if claimed.topic_id is not None:
        more["message_thread_id"] = claimed.topic_id
    if message.answers is not None:
        more["reply_parameters"] = {"message_id": message.answers, "allow_sending_without_reply": True}
    return more


def _number_of(sent: Any) -> int:
    """Read the id of a message that was sent; raises NotTelegram for what is no message."""
    message_id = sent.get("message_id") if isinstance(sent, dict) else None
    if not isinstance(message_id, int):
        raise answered_by_another("the answer holds no message")
    return message_id


def _judge(claimed: Claimed, error: TelegramError) -> Verdict:
    return judge(error) if claimed.person_id is not None else judge_of_group(error)


def chat_of(address: str) -> int:
    """Read a chat's number; whoever withdrew has no address any more, and 0 is nobody's chat."""
    return int(address or 0)


def _contents(message: Message, parse_mode: str | None) -> bytes:
    """Write down what is the same in every request that shows a message, in this mode or as plain text."""
    asked: dict[str, object] = {
        "text": message.text if parse_mode else plain(message.text),
        "link_preview_options": NO_PREVIEW,
    }
    if parse_mode:
        asked["parse_mode"] = parse_mode
    if message.rows:
        asked["reply_markup"] = {"inline_keyboard": [[_button(button) for button in row] for row in message.rows]}
    return written(asked)


def _button(button: Button) -> dict[str, Any]:
    """Write a button as the Bot API takes it: what is not given is left out."""
    given: dict[str, Any] = {
        "text": button.text,
        "callback_data": button.data,
        "url": button.url,
        "style": button.style,
    }
    given["copy_text"] = {"text": button.copy} if button.copy else None
    return {name: value for name, value in given.items() if value}
