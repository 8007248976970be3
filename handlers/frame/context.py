"""What a handler works with: one transaction, one person, the time, and the words said after the commit."""

from collections.abc import Awaitable, Callable, Coroutine, Mapping, Sequence
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Generic, Self, TypeVar

from markupsafe import Markup
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Message as TelegramMessage
from telegram import Update
from telegram.ext import Application, CallbackContext, ExtBot

from handlers.frame import guarding
from handlers.frame.links import LinkWord
from handlers.frame.office import Office
from handlers.frame.record_sheets import RecordSheet
from handlers.frame.views.drill_word import marked
from handlers.frame.views.message import InlineResult, Message
from handlers.frame.views.reader import Reader
from handlers.frame.words import (
    AnswerInline,
    ForgetMenu,
    Send,
    SendAlbum,
    SendAttachment,
    SendContact,
    SendNewFile,
    Show,
    TapNotice,
    Whisper,
    Word,
)
from models.attachments import AttachmentKind
from models.channels import Channel
from models.drafts import Draft
from models.groups import Group
from models.identity import id_of
from models.incidents import Incident
from models.operations import OperationsGroup
from models.people import Person, Role
from services.ground.arrivals import Arrival
from services.ground.attachments import Attachment, has_caption, parts_of
from services.ground.details import Details
from services.ground.faces import MessageKind
from services.outbox import broadcasts
from services.wings import KINDS

Bot = ExtBot[None]
Data = dict[Any, Any]
Entry = Callable[..., Coroutine[Any, Any, None]]
T = TypeVar("T")
# Stores what was left in one or more turns of one transaction, at an instant. Gives for each what came of it; a Refusal
# among them is said to that person, for whom then nothing may have changed.
Store = Callable[[AsyncSession, Sequence[T], datetime], Awaitable[Sequence[object]]]
# What a link says that only opens the private chat.
OPEN = "menu"


@dataclass(frozen=True)
class Left(Generic[T]):
    """What a handler that shares its commit leaves to be stored, and what stores it; log lines name the incident."""

    what: T
    store: Store[T]
    incident_id: int | None = None


@dataclass
class Turn:
    """The handling of one update: everything of it is committed together, or nothing."""

    session: AsyncSession
    now: datetime
    office: Office
    person: Person
    roles: frozenset[Role]
    # When the update came in: what several people say of one thing counts in this order.
    came: Arrival
    # Whether nobody knew the person before this update.
    is_newcomer: bool = False
    # The business's own group in which this happens, if it happens in one.
    group: Group | None = None
    # The operations group, if it happens there.
    operations: OperationsGroup | None = None
    words: list[Word] = field(default_factory=list)
    # The rooms that the menu's buttons open, by name: whoever has done something is led on by them.
    entries: Mapping[str, Entry] = field(default_factory=dict)
    # Where deep links lead, by the word of the link.
    openers: Mapping[LinkWord, Entry] = field(default_factory=dict)
    # The sheets of a person's file, by the part that each shows.
    sheets: Mapping[str, RecordSheet] = field(default_factory=dict)
    # Tells what whoever takes over the command of an incident should know, each in lines of its own.
    handovers: "Sequence[Handover]" = ()
    # Tells what was decided meanwhile of what a declaration was begun from.
    origins: "Sequence[Origin]" = ()
    # Tells what is still open of an incident when somebody ends it.
    left_open: "Sequence[LeftOpen]" = ()
    # Tells what comes by itself after the end of an incident.
    after_end: "Sequence[AfterEnd]" = ()
    # What is stored together with what others leave in the same transaction.
    left: Left[Any] | None = None
    # Whether the tapped message is kept true from now on, rather than showing something that stands still.
    keeps_tapped: bool = False
    failure: Exception | None = None


current_turn: ContextVar[Turn] = ContextVar("current_turn")


class Context(CallbackContext[Bot, Data, Data, Data]):
    """PTB's context with the turn in it."""

    turn: Turn

    @classmethod
    def from_update(cls, update: object, application: "Application[Bot, Self, Data, Data, Data, Any]") -> Self:
        """Join PTB's context with the turn under way."""
        context = super().from_update(update, application)
        context.turn = current_turn.get()
        return context

    @property
    def session(self) -> AsyncSession:
        """The session of this update's one transaction."""
        return self.turn.session

    @property
    def now(self) -> datetime:
        """The instant at which this update is handled."""
        return self.turn.now

    @property
    def came(self) -> Arrival:
        """When the update came in, which may be some time ago."""
        return self.turn.came

    @property
    def office(self) -> Office:
        """The coordinating department."""
        return self.turn.office

    @property
    def person(self) -> Person:
        """Who wrote or tapped: `from.id`, which cannot be forged."""
        return self.turn.person

    @property
    def reader(self) -> Reader:
        """The person as a reader."""
        return self.office.reader(self.person.language)

    def show(self, message: Message) -> None:
        """Show a message in the place of the tapped one, or as a new one."""
        self.turn.words.append(Show(marked(self.reader, message)))

    def send(self, message: Message) -> None:
        """Show a new message."""
        self.turn.words.append(Send(marked(self.reader, message)))

    def whisper(self, message: Message) -> None:
        """Show a new message in the person's private chat; whom it cannot reach is led there."""
        otherwise = TapNotice(self.reader.label("whisper-impossible"), url=self.office.link(OPEN))
        self.turn.words.append(Whisper(marked(self.reader, message), otherwise))

    def send_attachments(self, attachments: Sequence[Attachment], caption: str, *, protected: bool = False) -> None:
        """Show what was attached, with a caption: what goes together as albums, the rest one by one."""
        for part in parts_of(attachments):
            first = part[0]
            if len(part) > 1:
                self.turn.words.append(SendAlbum(part, caption, protected))
                continue
            self.turn.words.append(SendAttachment(first, caption if has_caption(first) else "", protected))
            if caption and not has_caption(first):
                self.send(Message(Markup.escape(caption)))

    def send_new_file(self, kind: AttachmentKind, name: str, content: bytes, caption: str) -> None:
        """Show a file of ours."""
        self.turn.words.append(SendNewFile(kind, name, content, caption))

    def send_contact(self, name: str, phone: str) -> None:
        """Show a contact card."""
        self.turn.words.append(SendContact(name, phone))

    def answer_inline(
        self, results: Sequence[InlineResult], *, next_offset: str = "", invitation: tuple[str, str] | None = None
    ) -> None:
        """Answer an inline query, for this person alone."""
        self.turn.words.append(AnswerInline(results, next_offset, invitation))

    def leave(self, what: T, store: Store[T], *, incident_id: int | None = None) -> None:
        """Leave something to be stored with what others leave; the handler's `allow` says that it shares its commit."""
        self.turn.left = Left(what, store, incident_id)

    def forget_menu(self) -> None:
        """Take the person's own command menu away."""
        self.turn.words.append(ForgetMenu())

    def notice(self, text: str, *, urgent: bool = False) -> None:
        """Answer the tap."""
        self.turn.words.append(TapNotice(text, urgent))


# Tells, in lines, what whoever takes over the command of an incident should know.
Handover = Callable[[Context, Incident], Awaitable[Sequence[str]]]
# Tells, in a line, what was decided meanwhile of what a declaration (its draft) was begun from; None where it stands.
# What follows from it for what is declared is kept in the draft.
Origin = Callable[[Context, Draft], Awaitable[Markup | None]]
# Tells, in a few words each, what is still open of an incident.
LeftOpen = Callable[[Context, Incident], Awaitable[Sequence[str]]]
AfterEnd = Callable[[Context, Incident], Awaitable[Sequence[Markup]]]


async def keep_tapped(
    update: Update,
    context: Context,
    *,
    kind: MessageKind,
    subject_id: int,
    details: Details | None = None,
    anew: bool = False,
) -> None:
    """Keep the tapped message true from now on, as one of a kind about a subject (id).

    Where that message cannot be protected as what is shown must be, it stays what it is: what is shown comes as a new
    one, `anew` by way of the outbox, which keeps it true.
    """
    message_id = tapped_message_id(update)
    if message_id is None:
        return
    context.turn.keeps_tapped = True
    context.turn.words = await guarding.guard(context.session, context.turn.words)
    if guarding.comes_anew(update, context.turn.words):
        if anew:
            context.turn.words = [word for word in context.turn.words if not isinstance(word, Show)]
            people = [id_of(context.person)]
            await broadcasts.queue(
                context.session, kind=kind, people=people, subject_id=subject_id, details=details, now=context.now
            )
        return
    await broadcasts.adopt(
        context.session,
        kind=kind,
        kinds=KINDS.values(),
        person=context.person,
        message_id=message_id,
        subject_id=subject_id,
        details=details,
        now=context.now,
    )


async def guard(update: Update, turn: Turn) -> None:
    """Protect what is about to be said of what is for few, and stop editing a message that shows something else now."""
    turn.words = await guarding.guard(turn.session, turn.words)
    if not guarding.comes_anew(update, turn.words):
        await let_go_of_tapped(update, turn)


async def let_go_of_tapped(update: Update, turn: Turn) -> None:
    """Stop editing the tapped message where a handler put something else in its place."""
    message_id = tapped_message_id(update)
    replaced = any(isinstance(word, Show) for word in turn.words)
    chat = update.effective_chat
    if message_id is not None and chat is not None and replaced and not turn.keeps_tapped:
        await broadcasts.let_go(
            turn.session,
            kinds=KINDS.values(),
            channel=Channel.TELEGRAM,
            address=str(chat.id),
            message_id=message_id,
        )


def tapped_message_id(update: Update) -> int | None:
    """Tell under which message the tapped button stands."""
    query = update.callback_query
    return query.message.message_id if query is not None and query.message is not None else None


def topic_of(update: Update) -> int | None:
    """Tell in which topic of a forum this happens; None in General, whose messages carry ids that cannot be used."""
    message = update.effective_message
    return message.message_thread_id if isinstance(message, TelegramMessage) and message.is_topic_message else None


def tapped_data(update: Update) -> str:
    """Give the data of the tapped button; it can be forged and proves nothing."""
    query = update.callback_query
    return query.data or "" if query is not None else ""
