"""Words and files that a person sends one after the other, and that are one thing when all is said."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Self

from telegram import Message

from handlers.frame.attachments import album_of, attached, is_next_of, words_of
from services.ground import attachments
from services.ground.attachments import Attachment


@dataclass(frozen=True)
class Gathered:
    """What came so far: words by the message (id) in which they came, files in their order.

    `album` is the one to which the last message belongs.
    """

    said: Mapping[int, str] = field(default_factory=dict)
    files: tuple[Attachment, ...] = ()
    album: str = ""

    @property
    def words(self) -> str:
        """Give all words, a message a line."""
        return "\n".join(part for part in self.said.values() if part)

    def is_next(self, message: Message) -> bool:
        """Tell whether a message is one more of the album that came last."""
        return is_next_of(self.album, message)

    def joined_by(self, message: Message, *, anew: bool = False) -> Self:
        """Add a message, or put it in the place of what it was before it was edited; raises TooManyFiles.

        With `anew`, words that come without a file take the place of all words before.
        """
        text, file = words_of(message), attached(message)
        before = {} if anew and file is None and message.message_id not in self.said else self.said
        files = attachments.joined(self.files, file) if file is not None else self.files
        return replace(self, said={**before, message.message_id: text}, files=files, album=album_of(message))

    def without_files(self) -> Self:
        """Leave the files out."""
        return replace(self, files=(), album="")
