"""What a message carries, read strictly: text, caption, contact."""

from typing import Any

from bot.sandbox.errors import bad_request
from bot.sandbox.reading import markup
from bot.sandbox.world import World

Json = dict[str, Any]
MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_VCARD_BYTES = 2048


def text_content(world: World, text: str, parse_mode: str, entities: list[Json] | None) -> Json:
    """Return a message's text with its entities; raises 400 for what is empty, too long or broken."""
    text, found = markup.formatted(text, parse_mode, entities or [])
    if not text:
        raise bad_request("message text is empty")
    if len(text) > MAX_TEXT:
        raise bad_request("message is too long")
    return {"text": text, "entities": _with_people(world, found)} if found else {"text": text}


def caption_content(world: World, caption: str, parse_mode: str, entities: list[Json] | None) -> Json:
    """Return the caption of a file with its entities, or nothing for an empty caption."""
    caption, found = markup.formatted(caption, parse_mode, entities or [])
    if len(caption) > MAX_CAPTION:
        raise bad_request("message caption is too long")
    if not caption:
        return {}
    return {"caption": caption, "caption_entities": _with_people(world, found)} if found else {"caption": caption}


def location_content(latitude: float, longitude: float) -> Json:
    """Return a message's place; raises 400 for one that is not on this earth."""
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise bad_request("invalid geo-location specified")
    return {"location": {"latitude": latitude, "longitude": longitude}}


def contact_content(phone_number: str, first_name: str, last_name: str = "", vcard: str = "") -> Json:
    """Return a message's contact; raises 400 for one without a number or a name."""
    if not phone_number.strip():
        raise bad_request("phone number is empty")
    if not first_name.strip():
        raise bad_request("first name is empty")
    if len(vcard.encode()) > MAX_VCARD_BYTES:
        raise bad_request("vCard is too long")
    contact = {"phone_number": phone_number.strip(), "first_name": first_name.strip()}
    optional = {"last_name": last_name.strip(), "vcard": vcard}
    return {"contact": {**contact, **{name: value for name, value in optional.items() if value}}}


def _with_people(world: World, entities: list[Json]) -> list[Json]:
    """Links to tg://user?id=… become mentions of people that the bot has met."""
    return [_mention(world, each) if each.get("url", "").startswith("tg://user?id=") else each for each in entities]


def _mention(world: World, entity: Json) -> Json:
    _, _, user_id = entity["url"].partition("=")
    account = world.people.accounts.get(int(user_id)) if user_id.isdigit() else None
    if account is None:
        return entity
    place = {"offset": entity["offset"], "length": entity["length"]}
    return {"type": "text_mention", **place, "user": account.person.as_user()}
