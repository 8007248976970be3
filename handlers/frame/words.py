"""What a handler leaves to be said once its changes are committed: answers to taps, messages, files."""

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.frame.views.message import InlineResult, Message
from models.attachments import AttachmentKind
from services.ground.attachments import Attachment


@dataclass(frozen=True)
class TapNotice:
    """The answer to a tap: a line at the top, or a window that waits when it is `urgent`; a `url` is opened instead."""

    text: str
    urgent: bool = False
    url: str | None = None


@dataclass(frozen=True)
class Show:
    """A message in the place of the tapped one, or a new one when nothing was tapped."""

    message: Message


@dataclass(frozen=True)
class Send:
    """A new message below."""

    message: Message


@dataclass(frozen=True)
class Whisper:
    """A new message in the person's private chat, wherever they tapped.

    `otherwise` answers a tap in a group where the bot cannot write to the person.
    """

    message: Message
    otherwise: TapNotice


@dataclass(frozen=True)
class SendAttachment:
    """Something that was attached, with a caption; it goes to the person's private chat."""

    attachment: Attachment
    caption: str
    protected: bool = False


@dataclass(frozen=True)
class SendAlbum:
    """Several files of kinds that go together, with a caption; they go to the person's private chat."""

    attachments: tuple[Attachment, ...]
    caption: str
    protected: bool = False


@dataclass(frozen=True)
class SendNewFile:
    """A file of ours, with a caption; it goes to the person's private chat."""

    kind: AttachmentKind
    name: str
    content: bytes
    caption: str
    protected: bool = False


@dataclass(frozen=True)
class SendContact:
    """A contact card, which the person can keep in the phone."""

    name: str
    phone: str


@dataclass(frozen=True)
class AnswerInline:
    """What an inline query found, for this person alone; `invitation` is a button above, with its deep link."""

    results: Sequence[InlineResult]
    next_offset: str = ""
    invitation: tuple[str, str] | None = None


@dataclass(frozen=True)
class ForgetMenu:
    """The person's own command menu is taken away: that of strangers shows again."""


@dataclass(frozen=True)
class TakeButtons:
    """A message (id) in the person's private chat loses its buttons, for what they asked is over."""

    message_id: int


@dataclass(frozen=True)
class Retire:
    """A message (id) in the person's private chat gets other words where it stands, if it is still there."""

    message_id: int
    message: Message


Word = (
    TapNotice
    | Show
    | Send
    | Whisper
    | SendAlbum
    | SendAttachment
    | SendNewFile
    | SendContact
    | AnswerInline
    | ForgetMenu
    | TakeButtons
    | Retire
)
