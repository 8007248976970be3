"""What is attached, in words: "2 ảnh, 1 vị trí"."""

from collections import Counter
from collections.abc import Sequence

from markupsafe import Markup

from handlers.frame.views.reader import Reader
from services.ground.attachments import Attachment


def listed(reader: Reader, files: Sequence[Attachment]) -> str:
    """Count files by their kinds, in the order in which the kinds came."""
    counted = Counter(one.kind for one in files)
    return ", ".join(reader.label(f"attached-{kind.replace('_', '-')}", count=count) for kind, count in counted.items())


def below(reader: Reader, files: Sequence[Attachment], *, again: bool = False) -> Markup | None:
    """Say under a message which files follow it, or followed it before it came `again`; None where there are none."""
    key = "attached-list" if again else "attached-below"
    return reader.say(key, files=listed(reader, files)) if files else None


def behind(reader: Reader, files: Sequence[Attachment]) -> Markup | None:
    """Say in a message which files its button sends; None where there are none."""
    return reader.say("attached-behind", files=listed(reader, files)) if files else None


def gathered(reader: Reader, files: Sequence[Attachment], *, is_album: bool) -> Markup | None:
    """Say to their sender what came so far; of an album, whose files come one by one, no number."""
    if not files:
        return None
    return reader.say("attached-album") if is_album else reader.say("attached-list", files=listed(reader, files))
