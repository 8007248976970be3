"""What is said directly of an incident for few is labelled and protected, whichever room says it.

What goes by the outbox is so by the rule there. Here the codes that a message names tell what it is about, so that no
page, list or question of a dialogue can forget it.
"""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import BindParameter, bindparam
from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession
from telegram import Message as TelegramMessage
from telegram import Update

from handlers.frame.views import tlp
from handlers.frame.views.message import Message
from handlers.frame.words import Retire, Send, SendAlbum, SendAttachment, SendNewFile, Show, Whisper, Word
from models.advisories import Advisory
from models.incidents import Incident
from models.lessons import Lesson
from models.reports import Report
from models.tasks import Task
from models.tlp import NARROW, Tlp
from services.advisories import advisories
from services.declarations import declaring
from services.incidents.sharing.labels import is_kept_in_chat
from services.lessons import lessons
from services.notation.tlp import narrowest
from services.reports import reports
from services.reports.reports import label_of
from services.tasks import orders

# Codes of other series, as of a contact test or a drill that is planned, tell of nothing that has a label.
_SERIES = (*declaring.SERIES.values(), orders.SERIES, reports.SERIES, lessons.SERIES, advisories.SERIES)
_CODE = re.compile(rf"\b(?:{'|'.join(one.prefix for one in _SERIES)})-\d{{4}}-\d{{4,}}\b")
_RED = tlp.label(Tlp.RED)
_NARROW_LABELS = tuple(tlp.label(one) for one in NARROW)
# Made once: whatever is said is looked through.
_CODES: BindParameter[Any] = bindparam("codes", expanding=True)
LABELLED = (
    select(Incident.code, Incident.tlp).where(col(Incident.code).in_(_CODES)),
    select(Task.code, Incident.tlp)
    .join(Incident, col(Incident.id) == col(Task.incident_id))
    .where(col(Task.code).in_(_CODES)),
    select(Lesson.code, Lesson.tlp).where(col(Lesson.code).in_(_CODES)),
    select(Advisory.code, Advisory.tlp).where(col(Advisory.code).in_(_CODES)),
)
REPORTS = select(Report).where(col(Report.code).in_(_CODES))


async def guard(session: AsyncSession, words: Sequence[Word]) -> list[Word]:
    """Give the words with those labelled and protected that tell of what is for few, and the files beside them.

    A new file is one that its reader asked for: it can be saved, unless anything beside it is for named people alone.
    """
    texts = [_text_of(word) for word in words]
    labels = await narrow_among(session, codes_in(*texts))
    is_narrow = bool(labels) or any(_says_so(text) for text in texts)
    if not is_narrow:
        return [*words]
    keeps_in_chat = any(is_kept_in_chat(one) for one in labels.values()) or any(_RED in text for text in texts)
    return [_guarded(word, text, labels, keeps_in_chat=keeps_in_chat) for word, text in zip(words, texts, strict=True)]


def codes_in(*texts: str) -> frozenset[str]:
    """Give the codes, named in some texts, of what may be for few."""
    return frozenset(code for text in texts for code in _CODE.findall(text))


def guarded(message: Message, labels: Mapping[str, Tlp]) -> Message:
    """Label and protect a message that tells of what is for few, as the labels of its codes say."""
    return _labelled(message, str(message.text), labels)


async def narrow_among(session: AsyncSession, codes: Collection[str]) -> Mapping[str, Tlp]:
    """Find which codes are of incidents, tasks, lessons, advisories or reports for few, and by which label."""
    if not codes:
        return {}
    found: dict[str, Tlp | None] = {}
    for query in LABELLED:
        rows = (await session.exec(query, params={"codes": list(codes)})).all()
        found |= {str(code): Tlp(label) if label else None for code, label in rows}
    left = set(codes) - set(found)
    if left:
        reports = (await session.exec(REPORTS, params={"codes": list(left)})).all()
        found |= {one.code: label_of(one) for one in reports}
    return {code: Tlp(label) for code, label in found.items() if label in NARROW}


def comes_anew(update: Update, words: Sequence[Word]) -> bool:
    """Tell whether what is shown cannot stand in the place of the tapped message, which is not protected."""
    return not _is_protected(update) and any(isinstance(word, Show) and word.message.protected for word in words)


def _is_protected(update: Update) -> bool:
    """Tell whether the tapped message, if there is one, can be neither forwarded nor saved: no edit changes that."""
    query = update.callback_query
    tapped = query.message if query is not None else None
    return tapped is None or (isinstance(tapped, TelegramMessage) and bool(tapped.has_protected_content))


def _text_of(word: Word) -> str:
    match word:
        case Show(message) | Send(message) | Whisper(message) | Retire(_, message):
            # A list has its names on buttons.
            return "\n".join([str(message.text), *(button.text for row in message.rows for button in row)])
        case SendAttachment() | SendAlbum() | SendNewFile():
            return word.caption
        case _:
            return ""


def _says_so(text: str) -> bool:
    return any(label in text for label in _NARROW_LABELS)


def _guarded(word: Word, text: str, labels: Mapping[str, Tlp], *, keeps_in_chat: bool) -> Word:
    match word:
        case Show(message):
            return replace(word, message=_labelled(message, text, labels))
        case Send(message):
            return replace(word, message=_labelled(message, text, labels))
        case Whisper(message):
            return replace(word, message=_labelled(message, text, labels))
        case SendAttachment() | SendAlbum():
            # Files say nothing of themselves: they belong to what is told with them.
            return replace(word, protected=True)
        case SendNewFile():
            return replace(word, protected=word.protected or keeps_in_chat)
        case _:
            return word


def _labelled(message: Message, text: str, labels: Mapping[str, Tlp]) -> Message:
    """Put the narrowest label on line 1 of what tells of such incidents, and protect it."""
    label = narrowest(*(labels[code] for code in _CODE.findall(text) if code in labels))
    if label is None and not _says_so(text):
        return message
    return replace(tlp.marked(message, label) if label is not None else message, protected=True)
