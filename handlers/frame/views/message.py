"""What a view makes: a message as Telegram will show it, without knowing Telegram."""

import hashlib
import json
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property
from html import unescape

from markupsafe import Markup

from handlers.frame.views.fitting import rows_that_fit
from services.ground.attachments import Attachment

TAG = re.compile(r"</?[a-z][^>]*>")


class Style(StrEnum):
    """The colour of a button."""

    PRIMARY = "primary"
    SUCCESS = "success"
    DANGER = "danger"


@dataclass(frozen=True)
class Button:
    """A button under a message: `data` comes back when it is tapped, or it opens a `url`, or has a text to `copy`."""

    text: str
    data: str = ""
    style: Style | None = None
    url: str | None = None
    copy: str | None = None


@dataclass(frozen=True)
class Message:
    """Text in Telegram's HTML and rows of buttons; a row whose labels a phone would cut off is split.

    `contact_button` asks for the person's own phone by a button below the input line; `drop_keyboard` takes
    such a button away again. `answers` is the message (id) of the same chat to which a new one replies, if it is there.
    With `files`, of kinds that one album holds, the text is their caption. `takes_away`: what is there is deleted.
    A `protected` one can be neither forwarded nor saved.
    """

    text: Markup
    rows: tuple[tuple[Button, ...], ...] = ()
    contact_button: str | None = None
    drop_keyboard: bool = False
    quiet: bool = False
    answers: int | None = None
    files: tuple[Attachment, ...] = ()
    takes_away: bool = False
    protected: bool = False

    def __post_init__(self) -> None:
        """Let every label be read whole."""
        object.__setattr__(self, "rows", tuple(part for row in self.rows for part in _whole(row)))

    def digest(self) -> str:
        """Tell two looks of a message apart, so that an unchanged one is not edited."""
        return self._digest

    def once(self, name: str, make: Callable[[], bytes]) -> bytes:
        """Give what is made of this message under a name, the first time it is wanted: many people get the same."""
        if name not in self._made:
            self._made[name] = make()
        return self._made[name]

    @cached_property
    def _made(self) -> dict[str, bytes]:
        return {}

    @cached_property
    def _digest(self) -> str:
        look = json.dumps([str(self.text), [[vars(button) for button in row] for row in self.rows]])
        if self.files:
            look += json.dumps([one.file_id for one in self.files])
        return hashlib.sha256(look.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class InlineResult:
    """One find of an inline query: what the list shows, and the message that choosing it sends."""

    id: str
    title: str
    description: str
    message: Message


def _whole(row: tuple[Button, ...]) -> Iterator[tuple[Button, ...]]:
    start = 0
    for count in rows_that_fit([button.text for button in row]):
        yield row[start : start + count]
        start += count


def plain(text: str) -> str:
    """Take the HTML out of a text, its lines left as they are."""
    return unescape(TAG.sub("", text))
