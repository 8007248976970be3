"""The record as owners see it: a list, one entry whole, and the words for acts and what they are about."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from markupsafe import Markup

from handlers.audit import wording
from handlers.audit.forms import AuditForm
from handlers.audit.taps import AuditEntryTap, AuditFileTap, AuditSpan, AuditTap
from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import shorten
from handlers.frame.views.message import Button, Message
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from models.audit import AuditEntry
from services.audit.search import AuditLine, AuditPage
from services.audit.values import AuditChange, Value, changes, shown
from services.notation.spelling import search_key

ACTION = "audit-action-"
# So much of a search fits into a button beside its page and time.
LONGEST_KEY = 30
PER_ROW = 4
# So much is shown of a name in a list, and of a value.
ABOUT, VALUE = 40, 120
# So many values are shown of an entry; the workbook has all.
MOST_VALUES = 15
# What these are called tells what they are.
SAYS_ITSELF = ("incident", "task", "report", "drill", "contact_test", "lesson", "advisory", "member", "person")
Rows = tuple[tuple[Button, ...], ...]


def short_key(text: str) -> str:
    """Give what was typed as a button can carry it; a word that is cut off is found by its beginning."""
    key = search_key(text).encode()[:LONGEST_KEY]
    return search_key(key.decode(errors="ignore"))


def action_names(reader: Reader) -> Mapping[str, str]:
    """Give the names of all acts that have one, by their words."""
    words = [key.removeprefix(ACTION) for key in wording.known() if key.startswith(ACTION)]
    return {word: action_name(reader, word) for word in words}


def action_name(reader: Reader, action: str) -> str:
    """Name an act; a word of an older version is shown as it is."""
    key = f"audit-action-{action.replace('_', '-')}"
    return reader.label(key) if key in wording.known() else action


def _what(reader: Reader, entry: AuditEntry) -> str:
    """Name an act, and the field that was filled by it."""
    act, field = action_name(reader, entry.action), (entry.after or {}).get("field")
    name = wording.value(reader, entry.subject, "field", field) if isinstance(field, str) else None
    return reader.label("audit-act-on-field", act=act, field=name) if name is not None else act


def _subject_name(reader: Reader, subject: str) -> str:
    key = f"audit-subject-{subject.replace('_', '-')}"
    return reader.label(key) if key in wording.known() else subject


def who(reader: Reader, line: AuditLine) -> str:
    """Name who acted; nobody did where the clock or the settings did it."""
    return reader.label("audit-by-itself") if line.who is None else reader.known_as(line.who)


def about(reader: Reader, line: AuditLine) -> str:
    """Say what an act was about: by its code or name, or else by what it is and its number."""
    entry = line.entry
    subject = _subject_name(reader, entry.subject)
    if line.about:
        name = reader.own(line.about)
        return name if entry.subject in SAYS_ITSELF else reader.label("audit-about", subject=subject, name=name)
    if entry.subject_id is None:
        return subject
    return reader.label("audit-about-number", subject=subject, number=str(entry.subject_id))


def listing(reader: Reader, found: AuditPage, form: AuditForm, *, now: datetime, hears: bool) -> Message:
    """List entries, the newest first, each with a number that opens it; `hears` says whether typed words search."""
    span = reader.label(f"audit-span-{form.span}")
    head = [reader.say("audit-title", span=span, count=reader.number(found.total))]
    if form.text:
        head.append(reader.say("audit-looked-for", text=form.text))
    lines = _lines(reader, found.lines, now)
    body = Markup("\n").join(lines) if lines else reader.say("audit-none")
    parts = [Markup("\n").join(head), body, reader.say("audit-how" if hears else "audit-busy")]
    numbers = [
        Button(str(number), AuditEntryTap(line.entry.id or 0, found.number, form.span, form.text).pack())
        for number, line in enumerate(found.lines, 1)
    ]
    page = Page(found.lines, found.number, found.pages)
    turned = turning(page, lambda number: AuditTap(number, form.span, form.text).pack())
    return Message(
        Markup("\n\n").join(parts),
        rows=(*_in_rows(numbers), *turned, _spans(reader, form), _foot(reader, found, form)),
    )


def _lines(reader: Reader, shown: Sequence[AuditLine], now: datetime) -> Sequence[Markup]:
    """Say each entry in a line; those that would read alike are told apart by what changed and by their number."""
    said = [_said(reader, line, now) for line in shown]
    texts_of = [reader.say("audit-line", number=number, **one) for number, one in enumerate(said, 1)]
    return [
        text if said.count(one) == 1 else reader.say("audit-line-apart", line=text, detail=_detail(reader, line))
        for text, one, line in zip(texts_of, said, shown, strict=True)
    ]


def _detail(reader: Reader, line: AuditLine) -> str:
    item = reader.label("audit-item", number=str(line.entry.id))
    first = next((one for one in changes(line.entry) if one.before != one.after), None)
    if first is None:
        return item
    name, said = wording.value_name(reader, first.key), _value(reader, line, first.key, first.after)
    return f"{name}: {shorten(said, ABOUT)} · {item}"


def _said(reader: Reader, line: AuditLine, now: datetime) -> Mapping[str, str]:
    local, today = line.entry.at.astimezone(reader.time_zone), now.astimezone(reader.time_zone)
    return {
        "at": f"{local:%H:%M %d/%m}" if local.year == today.year else f"{local:%H:%M %d/%m/%Y}",
        "who": shorten(who(reader, line), ABOUT),
        "what": _what(reader, line.entry),
        "about": shorten(about(reader, line), ABOUT),
    }


def _in_rows(buttons: Sequence[Button]) -> Rows:
    return tuple(tuple(buttons[at : at + PER_ROW]) for at in range(0, len(buttons), PER_ROW))


def _spans(reader: Reader, form: AuditForm) -> tuple[Button, ...]:
    return tuple(Button(reader.label(f"audit-span-{span}"), AuditTap(0, span, form.text).pack()) for span in AuditSpan)


def _foot(reader: Reader, found: AuditPage, form: AuditForm) -> tuple[Button, ...]:
    """Offer the workbook of what was found, and the way to the menu."""
    file = Button(reader.label("audit-button-file"), AuditFileTap(form.span, form.text).pack())
    menu = Button(reader.label("button-menu"), MenuTap("menu").pack())
    return (file, menu) if found.total else (menu,)


def entry(reader: Reader, line: AuditLine, form: AuditForm) -> Message:
    """Show one entry whole, with its values before and after."""
    facts = [
        reader.say("audit-entry", number=str(line.entry.id), at=reader.moment(line.entry.at)),
        reader.say("audit-entry-who", who=who(reader, line)),
        reader.say("audit-entry-what", what=action_name(reader, line.entry.action)),
        reader.say("audit-entry-about", about=about(reader, line)),
    ]
    back = Button(reader.label("audit-button-back"), AuditTap(form.page, form.span, form.text).pack())
    parts = [Markup("\n").join(facts), _values(reader, line)]
    return Message(Markup("\n\n").join(parts), rows=((back,),))


def _values(reader: Reader, line: AuditLine) -> Markup:
    kept = changes(line.entry)
    if not kept:
        return reader.say("audit-entry-no-values")
    lines = [reader.say("audit-entry-changes"), *(_change(reader, line, one) for one in kept[:MOST_VALUES])]
    if len(kept) > MOST_VALUES:
        lines.append(reader.say("audit-entry-more", count=len(kept) - MOST_VALUES))
    return Markup("\n").join(lines)


def _change(reader: Reader, line: AuditLine, change: AuditChange) -> Markup:
    """Write a value as it became; what it was stands before it where it was anything else, or was the same."""
    said = {name: _value(reader, line, change.key, getattr(change, name)) for name in ("before", "after")}
    key_name = wording.value_name(reader, change.key)
    if change.before == change.after:
        return reader.say("audit-change-same", name=key_name, **said)
    key = "audit-change-only" if change.before is None else "audit-change"
    return reader.say(key, name=key_name, **said)


def _value(reader: Reader, line: AuditLine, key: str, value: Value | None) -> str:
    return shorten(_said_whole(reader, line.entry, key, value), VALUE)


def _said_whole(reader: Reader, entry: AuditEntry, key: str, value: Value | None) -> str:
    if isinstance(value, datetime):
        return reader.moment(value)
    if not value:
        return "–"
    return wording.value(reader, entry.subject, key, value) or reader.own(value)


def kept(reader: Reader, entry: AuditEntry, values: Mapping[str, Any] | None) -> str:
    """Write values that an entry keeps in a line, numbers masked: "Trạng thái: đã hoàn thành; Số người: 4"."""
    named = ((wording.value_name(reader, key), key, value) for key, value in shown(values).items())
    return "; ".join(f"{name}: {_said_whole(reader, entry, key, value)}" for name, key, value in named)


def under_way(reader: Reader) -> str:
    """Say that the file is being written."""
    return reader.label("audit-under-way")
