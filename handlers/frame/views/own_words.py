"""Shows in the reader's language those stored words that the product itself wrote; what a person typed stays as it is.

A title from a template, a step that became a task, a summary of the figures: each is stored in the language of whoever
sent it. A stored text is compared with what the product would have written: only where both are the same it is said in
another language. Nothing else is stored for that, so it also works for what was stored long ago.
"""

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from fnmatch import fnmatch
from functools import lru_cache
from itertools import chain

from fluent.syntax import ast

from handlers.frame import texts
from handlers.frame.views.fitting import shorten
from handlers.frame.views.home import Home, home_words
from handlers.frame.views.moments import length_of_time, weekday
from models.people import Language
from services.playbooks import shipped_playbooks

# What is kept as a title, as a description, as a task or as a notice.
KEPT = (
    "template-*-title",
    "template-*-text",
    "sample-*",
    "report-title*",
    "report-declared-of*",
    "summary-suggestion",
    "update-fact-*",
    "correction-update",
    "correction-change",
    "question-to-all",
    "suspension-reason-*",
    "application-reason-*",
    "application-question-*",
)
# What stands below a handover note.
HANDED_OVER = ("update-handover*", "task-handover*", "site-handover*")
# What is expected stands below a step that became a task, behind this mark.
EXPECTED = "🎯 "
# Facts stand one beside the other.
BETWEEN = "; "
COUNT = r"\d[\d.,]{0,12}"
FULL_MOMENT = re.compile(r"(?P<time>\d\d:\d\d), (?P<weekday>.+) (?P<day>\d\d/\d\d/\d{4})")
MOMENT = r"\d\d:\d\d(?: \d\d/\d\d)?"
# What a value looks like, by its name; any other may be whatever was typed.
LOOKS = {
    **dict.fromkeys(("answered", "count", "members", "ready", "remote"), COUNT),
    "at": MOMENT,
    "code": r"[^\s·]{1,20}",
    "mark": r"\S{1,4}",
    "elapsed": r"\d{1,4} \w+",
}
# A person may type "… tại …" or "… → …": it is ours where this value is one of these.
OURS = {"report-title": ("what", ("report-title-*",)), "correction-change": ("name", ("field-*",))}
# Values that are words of ours, or may be.
IN_WORDS = ("field-*", "report-title-*", "severity-*", "type-*", "value-none", "whole-province", *KEPT)
# Fluent takes no longer values.
LONGEST_VALUE = 1000
# What is cut off is known again by so many letters at least.
CUT, LEAST = " …", 12
UNITS = ("minutes", "hours", "days", "weeks")


@dataclass(frozen=True)
class _Form:
    """A text with values as it is found again: `names` are of the groups of the expression."""

    key: str
    expression: re.Pattern[str]
    names: tuple[str, ...]


def read_ahead(home: Home | None) -> None:
    """Read all texts, and make of them what finds them again: that takes a good part of a second."""
    for language in Language:
        for handed_over in (False, True):
            in_language("", language, home, handed_over=handed_over)


@lru_cache(maxsize=2048)
def in_language(text: str, language: Language, home: Home | None, *, handed_over: bool = False) -> str:
    """Give a text in a language if it is the product's and unaltered, else as it is; of several lines each by itself.

    With `handed_over` it is a note with the facts below it.
    """
    globs = (*KEPT, *HANDED_OVER) if handed_over else KEPT
    whole = _whole(text, language, home, globs)
    if whole is not None:
        return whole
    if "\n" in text:
        return "\n".join(in_language(line, language, home, handed_over=handed_over) for line in text.split("\n"))
    parts = [_whole(part, language, home, globs) for part in text.split(BETWEEN)]
    known = [part for part in parts if part is not None]
    return BETWEEN.join(known) if len(known) == len(parts) else text


def _whole(text: str, language: Language, home: Home | None, globs: tuple[str, ...]) -> str | None:
    """Give a text in a language if it is one that the product writes in another."""
    if text.startswith(EXPECTED):
        said = _whole(text.removeprefix(EXPECTED), language, home, globs)
        return f"{EXPECTED}{said}" if said is not None else None
    for source in Language:
        if source is not language:
            fixed = _fixed(source, language, home, globs).get(text)
            return fixed if fixed is not None else _filled(text, source, language, home, globs)
    return None


@lru_cache
def _fixed(source: Language, language: Language, home: Home | None, globs: tuple[str, ...]) -> Mapping[str, str]:
    """Pair the texts without values of one language with those of another."""
    said, meant = _home(home, source), _home(home, language)
    keys = [key for key in _keys(globs) if set(_names(source, key)) <= said.keys()]
    pairs = {texts.label(source, key, **said): texts.label(language, key, **meant) for key in keys}
    for vietnamese, english in _shipped():
        is_english = source is Language.ENGLISH
        pairs[english if is_english else vietnamese] = vietnamese if is_english else english
    return pairs


@lru_cache
def _shipped() -> tuple[tuple[str, str], ...]:
    """Pair the words of the steps that come with the product, which become tasks."""
    steps = chain.from_iterable(content["steps"] for _, content in shipped_playbooks.read())
    said = [(one, part) for one in steps for part in ("text", "expected")]
    return tuple((one[part], one[f"{part}_en"]) for one, part in said if one.get(part) and one.get(f"{part}_en"))


def _filled(text: str, source: Language, language: Language, home: Home | None, globs: tuple[str, ...]) -> str | None:
    """Find a text with values again: made anew of them it must come out the same."""
    for form in _forms(source, home, globs):
        found = form.expression.fullmatch(text)
        if found is None:
            continue
        values = {name: part for name, part in zip(form.names, found.groups(), strict=True) if part is not None}
        typed = {name: _number(name, part) for name, part in values.items()}
        if any(len(part) > LONGEST_VALUE for part in values.values()):
            continue
        name, ours = OURS.get(form.key, ("", ()))
        if name and values[name] not in _fixed(source, language, home, ours):
            continue
        if texts.label(source, form.key, **{**typed, **_home(home, source)}) == text:
            meant = {name: _meant(name, value, source, language, home) for name, value in typed.items()}
            return texts.label(language, form.key, **{**meant, **_home(home, language)})
    return None


def _number(name: str, part: str) -> texts.Value:
    return int(re.sub(r"\D", "", part)) if LOOKS.get(name) == COUNT else part


def _meant(name: str, value: texts.Value, source: Language, language: Language, home: Home | None) -> texts.Value:
    """Give a value in a language: words of ours, a moment or a length of time; all others are as they are."""
    if not isinstance(value, str):
        return value
    if name == "elapsed":
        amount, _ = value.split(" ", 1)
        lengths = [timedelta(**{unit: int(amount)}) for unit in UNITS]
        return next((length_of_time(one, language) for one in lengths if length_of_time(one, source) == value), value)
    if moment := FULL_MOMENT.fullmatch(value):
        return _moment(value, moment, source, language)
    return _in_short(value, source, language, home)


def _moment(value: str, parts: re.Match[str], source: Language, language: Language) -> str:
    """Give a moment with its weekday in a language; what only looks like one stays."""
    day, month, year = map(int, parts["day"].split("/"))
    if not (year and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]):
        return value
    at = date(year, month, day)
    same = weekday(at, source) == parts["weekday"]
    return f"{parts['time']}, {weekday(at, language)} {parts['day']}" if same else value


def _in_short(text: str, source: Language, language: Language, home: Home | None) -> str:
    """Give what may have been cut off after a word, as long at most as it was."""
    known = _fixed(source, language, home, IN_WORDS)
    begun = text.removesuffix(CUT)
    if begun == text or len(begun) < LEAST:
        return known.get(text, text)
    whole = next((said for one, said in known.items() if one.startswith(begun)), None)
    return shorten(whole, len(text)) if whole is not None else text


def _home(home: Home | None, language: Language) -> Mapping[str, str]:
    return home_words(home, language) if home else {}


@lru_cache
def _keys(globs: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(key for key in texts.every_key() if any(fnmatch(key, glob) for glob in globs))


@lru_cache
def _forms(source: Language, home: Home | None, globs: tuple[str, ...]) -> tuple[_Form, ...]:
    """Make the expressions by which the texts with values are found again, from the texts themselves."""
    known = _home(home, source)
    forms = []
    for key in _keys(globs):
        names = list(_names(source, key))
        if not set(names) <= known.keys():
            forms.append(_Form(key, re.compile(_expression(texts.pattern(source, key)), re.DOTALL), tuple(names)))
    return tuple(forms)


def _names(source: Language, key: str) -> Iterator[str]:
    """Name the values in the order in which their groups stand in the expression."""
    return _placed(texts.pattern(source, key))


def _placed(written: object) -> Iterator[str]:
    for part in _parts(written):
        expression = part.expression if isinstance(part, ast.Placeable) else part
        if isinstance(expression, ast.SelectExpression):
            for variant in expression.variants:
                yield from _placed(variant.value)
        elif isinstance(expression, ast.VariableReference):
            yield expression.id.name


def _parts(written: object) -> Sequence[object]:
    """Give the parts of a text; the only part of one stands for the whole."""
    return written.elements if isinstance(written, ast.Pattern) else (written,)


def _expression(written: object) -> str:
    return "".join(_part(one) for one in _parts(written))


def _part(element: object) -> str:
    if isinstance(element, ast.TextElement):
        return re.escape(str(element.value))
    expression = element.expression if isinstance(element, ast.Placeable) else element
    if isinstance(expression, ast.SelectExpression):
        return f"(?:{'|'.join(_expression(one.value) for one in expression.variants)})"
    if isinstance(expression, ast.VariableReference):
        return f"({LOOKS.get(expression.id.name, '.+?')})"
    raise texts.MissingText(element)
