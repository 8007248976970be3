"""Telegram's HTML, read strictly: text and entities with UTF-16 offsets.

The rules are those of the Bot API's "HTML style": https://core.telegram.org/bots/api#html-style
"""

import html
import re
from dataclasses import dataclass, field
from typing import Any

from bot.sandbox.errors import ApiError, bad_request

Entity = dict[str, Any]
MAX_ENTITIES = 100
PLAIN_TAGS = {
    "b": "bold",
    "strong": "bold",
    "i": "italic",
    "em": "italic",
    "u": "underline",
    "ins": "underline",
    "s": "strikethrough",
    "strike": "strikethrough",
    "del": "strikethrough",
    "code": "code",
    "pre": "pre",
    "tg-spoiler": "spoiler",
    "blockquote": "blockquote",
}
SPECIAL = re.compile(r"[<&]")
CHARACTER = re.compile(r"&(?:lt|gt|amp|quot|#[0-9]{1,7}|#[xX][0-9a-fA-F]{1,6});")
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9-]*")
ATTRIBUTE = re.compile(r"""\s+([a-zA-Z-]+)(?:\s*=\s*("[^"]*"|'[^']*'|[a-zA-Z0-9.-]+))?""")
DETECTED = re.compile(
    r"(?P<bot_command>(?<![\w/<>])/[a-zA-Z0-9_]{1,64}(?:@[a-zA-Z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<url>(?:https?://|(?<![\w@./-])t\.me/)[^\s<>\"]+[^\s<>\".,;:!?)\]])"
    r"|(?P<email>\b[\w.+-]+@[\w-]+(?:\.[\w-]+)+)"
    r"|(?P<mention>(?<![\w@])@[a-zA-Z][a-zA-Z0-9_]{3,31}\b)"
    r"|(?P<hashtag>(?<![\w#])#(?=\w*[^\W\d_])\w{1,256})"
)
NO_DETECTION_IN = ("code", "pre", "text_link", "text_mention")


@dataclass
class _Open:
    tag: str
    start: int
    source_at: int
    entity: Entity


@dataclass
class _Reader:
    source: str
    at: int = 0
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    opened: list[_Open] = field(default_factory=list)
    entities: list[Entity] = field(default_factory=list)

    def add(self, text: str) -> None:
        self.pieces.append(text)
        self.length += utf16_length(text)

    def wrong(self, what: str, at: int | None = None) -> ApiError:
        place = len(self.source[: self.at if at is None else at].encode())
        return bad_request(f"can't parse entities: {what.replace('OFFSET', str(place))}")


def utf16_length(text: str) -> int:
    """Return a text's length as Telegram counts offsets."""
    return len(text) if text.isascii() else len(text.encode("utf-16-le")) // 2


def parse_html(source: str) -> tuple[str, list[Entity]]:
    """Read HTML into text and entities; raises the 400 that Telegram answers to broken markup."""
    reader = _Reader(source)
    while found := SPECIAL.search(source, reader.at):
        reader.add(source[reader.at : found.start()])
        reader.at = found.start()
        if found[0] == "&":
            _read_character(reader)
        elif source.startswith("</", reader.at):
            _read_end_tag(reader)
        else:
            _read_start_tag(reader)
    reader.add(source[reader.at :])
    if reader.opened:
        raise reader.wrong(f'Can\'t find end tag corresponding to start tag "{reader.opened[-1].tag}"')
    return "".join(reader.pieces), sorted(reader.entities, key=lambda each: (each["offset"], -each["length"]))


def _read_character(reader: _Reader) -> None:
    found = CHARACTER.match(reader.source, reader.at)
    reader.add(html.unescape(found[0]) if found else "&")
    reader.at = found.end() if found else reader.at + 1


def _read_start_tag(reader: _Reader) -> None:
    begin = reader.at
    name = NAME.match(reader.source, begin + 1)
    if name is None or not (PLAIN_TAGS.get(tag := name[0].lower()) or tag in ("a", "span", "tg-emoji")):
        shown = name[0].lower() if name else ""
        raise reader.wrong(f'Unsupported start tag "{shown}" at byte offset OFFSET', begin)
    attributes, at = {}, name.end()
    while found := ATTRIBUTE.match(reader.source, at):
        attributes[found[1].lower()] = html.unescape((found[2] or "").strip("\"'"))
        at = found.end()
    closing = re.compile(r"\s*>").match(reader.source, at)
    if closing is None:
        raise reader.wrong("Unclosed start tag at byte offset OFFSET", begin)
    reader.at = closing.end()
    entity = _entity_of(reader, tag, attributes, begin)
    reader.opened.append(_Open(tag, reader.length, sum(map(len, reader.pieces)), entity))


def _entity_of(reader: _Reader, tag: str, attributes: dict[str, str], begin: int) -> Entity:
    if tag == "a":
        return {"type": "text_link", "url": attributes.get("href", "")}
    if tag == "tg-emoji":
        if not attributes.get("emoji-id", "").isdigit():
            raise reader.wrong("Invalid custom emoji identifier specified at byte offset OFFSET", begin)
        return {"type": "custom_emoji", "custom_emoji_id": attributes["emoji-id"]}
    if tag == "span":
        if attributes.get("class") != "tg-spoiler":
            raise reader.wrong('Tag "span" must have class "tg-spoiler" at byte offset OFFSET', begin)
        return {"type": "spoiler"}
    if tag == "blockquote" and "expandable" in attributes:
        return {"type": "expandable_blockquote"}
    if tag == "code" and attributes.get("class", "").startswith("language-"):
        return {"type": "code", "language": attributes["class"].removeprefix("language-")}
    return {"type": PLAIN_TAGS[tag]}


def _read_end_tag(reader: _Reader) -> None:
    begin = reader.at
    found = re.compile(r"</([a-zA-Z][a-zA-Z0-9-]*)?\s*>").match(reader.source, begin)
    if not reader.opened:
        raise reader.wrong("Unexpected end tag at byte offset OFFSET")
    if found is None:
        raise reader.wrong("Unclosed end tag at byte offset OFFSET")
    opened = reader.opened[-1]
    tag = (found[1] or opened.tag).lower()
    if tag != opened.tag:
        raise reader.wrong(f'Unmatched end tag at byte offset OFFSET, expected "</{opened.tag}>", found "</{tag}>"')
    reader.opened.pop()
    reader.at = found.end()
    if reader.length > opened.start:
        _close(reader, opened)


def _close(reader: _Reader, opened: _Open) -> None:
    entity = {**opened.entity, "offset": opened.start, "length": reader.length - opened.start}
    if entity["type"] == "text_link" and not entity["url"]:
        entity["url"] = "".join(reader.pieces)[opened.source_at :]
        if not re.match(r"(https?|tg)://", entity["url"]):
            return
    if entity["type"] == "code" and (language := entity.pop("language", "")):
        outer = reader.opened[-1] if reader.opened else None
        if outer is not None and outer.tag == "pre":
            outer.entity["language"] = language
            return
    reader.entities.append(entity)


def strip(text: str, entities: list[Entity]) -> tuple[str, list[Entity]]:
    """Cut blank ends as Telegram does, and move or shorten the entities with them."""
    kept = text.strip()
    if kept == text:
        return text, entities
    cut = utf16_length(text[: len(text) - len(text.lstrip())])
    end = utf16_length(kept)
    moved = []
    for entity in entities:
        start = max(0, entity["offset"] - cut)
        stop = min(end, entity["offset"] + entity["length"] - cut)
        if stop > start:
            moved.append({**entity, "offset": start, "length": stop - start})
    return kept, moved


def detect(text: str, entities: list[Entity]) -> list[Entity]:
    """Add what Telegram finds by itself: commands, links, addresses, mentions and hashtags."""
    if not any(sign in text for sign in "/@#"):
        return entities
    taken = [(each["offset"], each["offset"] + each["length"]) for each in entities if each["type"] in NO_DETECTION_IN]
    found = []
    for match in DETECTED.finditer(text):
        start = utf16_length(text[: match.start()])
        stop = start + utf16_length(match[0])
        if not any(start < end and begin < stop for begin, end in taken):
            found.append({"type": match.lastgroup, "offset": start, "length": stop - start})
    if not found:
        return entities
    return sorted([*entities, *found], key=lambda each: (each["offset"], -each["length"]))


def check_entities(text: str, entities: list[Any]) -> list[Entity]:
    """Check entities that the bot gave itself; raises the 400 for one that lies outside the text."""
    length = utf16_length(text)
    for entity in entities:
        if not isinstance(entity, dict) or not {"type", "offset", "length"} <= entity.keys():
            raise bad_request('can\'t parse MessageEntity: Field "type" must be of type String')
        if entity["offset"] < 0 or entity["length"] <= 0 or entity["offset"] + entity["length"] > length:
            raise bad_request("entity is outside of the text: ENTITY_BOUNDS_INVALID")
    return list(entities)


def formatted(text: str, parse_mode: str, entities: list[Any]) -> tuple[str, list[Entity]]:
    """Return text and entities as a message will carry them; raises 400 for markup that does not parse."""
    mode = parse_mode.lower()
    if mode == "html":
        text, entities = parse_html(text)
    elif mode in ("markdown", "markdownv2"):
        raise bad_request("the sandbox reads HTML and entities only; use parse_mode HTML")
    elif mode:
        raise bad_request("unsupported parse_mode")
    else:
        entities = check_entities(text, entities)
    text, entities = strip(text, entities)
    return text, detect(text, entities)[:MAX_ENTITIES]
