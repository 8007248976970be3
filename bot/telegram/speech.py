"""Words said directly to the person who wrote or tapped: after the commit, before every broadcast."""

from collections.abc import Mapping, Sequence
from contextlib import AsyncExitStack, suppress
from datetime import datetime, timedelta

import structlog
from telegram import (
    Bot,
    BotCommandScopeChat,
    Chat,
    CopyTextButton,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InlineQueryResultArticle,
    InlineQueryResultsButton,
    InputFile,
    InputMediaAudio,
    InputMediaDocument,
    InputMediaPhoto,
    InputMediaVideo,
    InputTextMessageContent,
    KeyboardButton,
    LinkPreviewOptions,
    ReplyKeyboardMarkup,
    ReplyKeyboardRemove,
    ReplyParameters,
    Update,
)
from telegram.constants import ParseMode
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot.base.clock import Clock
from bot.telegram.failures import SOON, judge
from bot.telegram.throttle import Throttle
from bot.telegram.transport import NotSent, NotTelegram
from bot.watching import metrics
from handlers.frame.context import tapped_message_id, topic_of
from handlers.frame.guarding import comes_anew
from handlers.frame.steps import key_of
from handlers.frame.views.message import Button, InlineResult, Message
from handlers.frame.words import (
    AnswerInline,
    ForgetMenu,
    Retire,
    Send,
    SendAlbum,
    SendAttachment,
    SendContact,
    SendNewFile,
    Show,
    TakeButtons,
    TapNotice,
    Whisper,
    Word,
)
from models.attachments import AttachmentKind
from services.ground.attachments import Attachment
from services.outbox.deliveries import Outcome

log = structlog.get_logger(__name__)
NO_PREVIEW = LinkPreviewOptions(is_disabled=True)
NOTICE_LENGTH = 200
ATTEMPTS = 4
# A longer wait would keep everything else that the person says waiting, and a stop as well.
LONGEST_WAIT = timedelta(seconds=10)
# What goes to the person alone, wherever they tapped.
PRIVATE = (Whisper, SendAlbum, SendAttachment, SendNewFile, SendContact, ForgetMenu, TakeButtons, Retire)
ALBUM_ITEMS = {
    AttachmentKind.PHOTO: InputMediaPhoto,
    AttachmentKind.VIDEO: InputMediaVideo,
    AttachmentKind.DOCUMENT: InputMediaDocument,
    AttachmentKind.AUDIO: InputMediaAudio,
}
Markup = InlineKeyboardMarkup | ReplyKeyboardMarkup | ReplyKeyboardRemove | None


def inline_keyboard(message: Message) -> InlineKeyboardMarkup | None:
    """Make Telegram's buttons from a message's."""
    if not message.rows:
        return None
    return InlineKeyboardMarkup([[_inline_button(button) for button in row] for row in message.rows])


def _inline_button(button: Button) -> InlineKeyboardButton:
    return InlineKeyboardButton(
        button.text,
        callback_data=button.data or None,
        url=button.url,
        style=button.style,
        copy_text=CopyTextButton(button.copy) if button.copy else None,
    )


def keyboard(message: Message) -> Markup:
    """Make the keyboard of a new message: buttons under it, or a button below the input line."""
    if message.contact_button is not None:
        asked = KeyboardButton(message.contact_button, request_contact=True)
        return ReplyKeyboardMarkup([[asked]], resize_keyboard=True, one_time_keyboard=True)
    if message.drop_keyboard and not message.rows:
        return ReplyKeyboardRemove()
    return inline_keyboard(message)


def _answered_by(message: Message) -> ReplyParameters | None:
    """Tell to what a message replies, if that is there still."""
    if message.answers is None:
        return None
    return ReplyParameters(message.answers, allow_sending_without_reply=True)


def _article(result: InlineResult) -> InlineQueryResultArticle:
    return InlineQueryResultArticle(
        id=result.id,
        title=result.title,
        description=result.description,
        input_message_content=InputTextMessageContent(
            result.message.text, parse_mode=ParseMode.HTML, link_preview_options=NO_PREVIEW
        ),
        reply_markup=inline_keyboard(result.message),
    )


class Speech:
    """Says what a handler left to be said, in order."""

    def __init__(self, bot: Bot, clock: Clock, throttle: Throttle) -> None:
        self._bot = bot
        self._clock = clock
        self._throttle = throttle

    async def say(self, update: Update, words: list[Word], *, stored_at: datetime | None = None) -> Mapping[str, int]:
        """Answer the tap first, with a notice or silently, then show the messages; `stored_at` is when it came.

        Returns which new messages (ids) in the private chat show a step, by the key of the dialogue.
        """
        shown: dict[str, int] = {}
        if update.callback_query is not None:
            words = await self._whisper(update, words)
            await self._answer(update.callback_query.id, words)
            if stored_at is not None:
                metrics.tap_answered((self._clock.now() - stored_at).total_seconds())
        if update.inline_query is not None:
            await self._answer_inline(update.inline_query.id, words)
        chat, user = update.effective_chat, update.effective_user
        if chat is None or user is None:
            return shown
        for word in words:
            to = user.id if isinstance(word, PRIVATE) else chat.id
            try:
                thread_id = None if to != chat.id else topic_of(update)
                # What is to be protected cannot stand where a message is that is not.
                tapped_id = None if comes_anew(update, [word]) else tapped_message_id(update)
                sent_id = await self._patiently(to, tapped_id, word, thread_id)
            except TelegramError as error:
                # What was decided is stored; the person sees it with the next press or /start.
                log.warning("words not said", word=type(word).__name__, error=str(error))
            else:
                key = key_of(word.message) if isinstance(word, (Show, Send, Whisper)) else None
                if key is not None and sent_id is not None and to == user.id:
                    shown[key] = sent_id
        return shown

    async def _whisper(self, update: Update, words: list[Word]) -> list[Word]:
        """Say the private words of a tap in a group before it is answered; return what is left to be said.

        Whom the bot cannot write to is told so by the answer itself, which opens the private chat.
        """
        whisper = next((word for word in words if isinstance(word, Whisper)), None)
        chat, user = update.effective_chat, update.effective_user
        if whisper is None or user is None or (chat is not None and chat.type == Chat.PRIVATE):
            return words
        try:
            await self._say(user.id, None, whisper)
        except TelegramError as error:
            if judge(error).outcome is not Outcome.UNREACHABLE:
                return words
            return [whisper.otherwise, *(word for word in words if not isinstance(word, (TapNotice, *PRIVATE)))]
        return [word for word in words if word is not whisper]

    async def _answer(self, query_id: str, words: list[Word]) -> None:
        notice = next((word for word in words if isinstance(word, TapNotice)), TapNotice(""))
        text = notice.text[:NOTICE_LENGTH] or None
        try:
            await self._bot.answer_callback_query(query_id, text, show_alert=notice.urgent, url=notice.url)
        except TelegramError as error:
            log.warning("tap not answered", error=str(error))

    async def answer_silently(self, query_ids: Sequence[str]) -> None:
        """Answer taps with nothing, so that their buttons rest."""
        for query_id in query_ids:
            await self._answer(query_id, [])

    async def _answer_inline(self, query_id: str, words: list[Word]) -> None:
        """Answer an inline query, for this person and this moment alone: another may see less."""
        answer = next((word for word in words if isinstance(word, AnswerInline)), AnswerInline(()))
        button = None
        if answer.invitation is not None:
            text, parameter = answer.invitation
            button = InlineQueryResultsButton(text, start_parameter=parameter)
        try:
            await self._bot.answer_inline_query(
                query_id,
                [_article(result) for result in answer.results],
                cache_time=0,
                is_personal=True,
                next_offset=answer.next_offset,
                button=button,
            )
        except TelegramError as error:
            log.warning("inline query not answered", error=str(error))

    async def _patiently(self, chat_id: int, tapped_id: int | None, word: Word, thread_id: int | None) -> int | None:
        """Say a word; where Telegram hardly took it, wait as it asks, unless that is long, and say it again."""
        for _ in range(ATTEMPTS - 1):
            try:
                return await self._say(chat_id, tapped_id, word, thread_id)
            except (RetryAfter, NotSent, NotTelegram) as error:
                wait = judge(error).wait or SOON
                if isinstance(error, RetryAfter):
                    now = self._clock.now()
                    self._throttle.refused(chat_id, now, now + wait)
                if wait > LONGEST_WAIT:
                    raise
                await self._clock.sleep(wait.total_seconds())
        return await self._say(chat_id, tapped_id, word, thread_id)

    async def _say(self, chat_id: int, tapped_id: int | None, word: Word, thread_id: int | None = None) -> int | None:
        """Say a word; return the id of the new message, where one with buttons was sent."""
        match word:
            case Show(message) if tapped_id is not None:
                return await self._replace(chat_id, tapped_id, message, thread_id)
            case Show(message) | Send(message) | Whisper(message):
                return await self._send(chat_id, message, thread_id)
            case SendAttachment():
                await self._send_attachment(chat_id, word)
            case SendAlbum():
                await self._send_album(chat_id, word)
            case SendNewFile():
                file = InputFile(word.content, filename=word.name)
                await self._send_file(chat_id, word, file)
            case SendContact():
                async with self._throttle.for_words(chat_id, self._clock):
                    await self._bot.send_contact(chat_id, word.phone, word.name)
            case ForgetMenu():
                await self._bot.delete_my_commands(BotCommandScopeChat(chat_id))
            case TakeButtons(message_id):
                await self._take_buttons(chat_id, message_id)
            case Retire(message_id, message):
                try:
                    await self._edit(chat_id, message_id, message)
                except BadRequest:
                    # It cannot be edited so, or is gone: at least nothing of it can be tapped.
                    await self._take_buttons(chat_id, message_id)
            case TapNotice() | AnswerInline():
                pass
        return None

    async def _send(self, chat_id: int, message: Message, thread_id: int | None) -> int:
        async with self._throttle.for_words(chat_id, self._clock):
            sent = await self._bot.send_message(
                chat_id,
                message.text,
                parse_mode=ParseMode.HTML,
                reply_markup=keyboard(message),
                link_preview_options=NO_PREVIEW,
                disable_notification=message.quiet,
                message_thread_id=thread_id,
                protect_content=message.protected or None,
                reply_parameters=_answered_by(message),
            )
        return sent.message_id

    async def _take_buttons(self, chat_id: int, message_id: int) -> None:
        # They may be gone already, or the message is.
        with suppress(BadRequest):
            async with self._throttle.for_words(chat_id, self._clock):
                await self._bot.edit_message_reply_markup(chat_id, message_id, reply_markup=None)

    async def _replace(self, chat_id: int, message_id: int, message: Message, thread_id: int | None) -> int | None:
        """Put a message in the place of another; return the id of the new message, where that cannot be."""
        if message.contact_button is not None or (message.drop_keyboard and not message.rows):
            # A keyboard below the input line can only come with a new message.
            await self._take_buttons(chat_id, message_id)
            return await self._send(chat_id, message, thread_id)
        try:
            await self._edit(chat_id, message_id, message)
        except BadRequest as error:
            if "message is not modified" in error.message.lower():
                return None
            return await self._send(chat_id, message, thread_id)
        return None

    async def _edit(self, chat_id: int, message_id: int, message: Message) -> None:
        async with self._throttle.for_words(chat_id, self._clock):
            await self._bot.edit_message_text(
                message.text,
                chat_id,
                message_id,
                parse_mode=ParseMode.HTML,
                reply_markup=inline_keyboard(message),
                link_preview_options=NO_PREVIEW,
            )

    async def _send_album(self, chat_id: int, album: SendAlbum) -> None:
        """Send several files as one album, with a caption at the first."""
        first, *others = album.attachments
        items = [ALBUM_ITEMS[first.kind](first.file_id, caption=album.caption)]
        items += [ALBUM_ITEMS[one.kind](one.file_id) for one in others]
        async with AsyncExitStack() as places:
            for _ in items:
                await places.enter_async_context(self._throttle.for_words(chat_id, self._clock))
            await self._bot.send_media_group(chat_id, items, protect_content=album.protected or None)

    async def _send_attachment(self, chat_id: int, word: SendAttachment) -> None:
        """Send what was attached as what it was; a round film and a place have no caption."""
        async with self._throttle.for_words(chat_id, self._clock):
            await self._send_as_it_was(chat_id, word.attachment, word.caption, word.protected or None)

    async def _send_as_it_was(self, chat_id: int, attachment: Attachment, caption: str, kept: bool | None) -> None:
        bot, file = self._bot, attachment.file_id
        match attachment.kind:
            case AttachmentKind.PHOTO:
                await bot.send_photo(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.VIDEO:
                await bot.send_video(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.ANIMATION:
                await bot.send_animation(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.AUDIO:
                await bot.send_audio(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.VOICE:
                await bot.send_voice(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.DOCUMENT:
                await bot.send_document(chat_id, file, caption=caption, protect_content=kept)
            case AttachmentKind.VIDEO_NOTE:
                await bot.send_video_note(chat_id, file, protect_content=kept)
            case AttachmentKind.LOCATION:
                await bot.send_location(chat_id, *attachment.place, protect_content=kept)

    async def _send_file(self, chat_id: int, word: SendNewFile, file: InputFile) -> None:
        send = self._bot.send_photo if word.kind is AttachmentKind.PHOTO else self._bot.send_document
        async with self._throttle.for_words(chat_id, self._clock):
            await send(chat_id, file, caption=word.caption, protect_content=word.protected or None)
