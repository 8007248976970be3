"""Results of inline queries: checked when the bot offers them, and turned into a message when somebody chooses one.

The rules are those of the Bot API's server: https://github.com/tdlib/telegram-bot-api
"""

import re
from typing import Any

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.reading import keyboards
from bot.sandbox.reading.contents import caption_content, contact_content, text_content
from bot.sandbox.world import World

Json = dict[str, Any]
MAX_RESULTS = 50
MAX_ID_BYTES = 64
START_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")


def check_results(world: World, results: list[Any]) -> None:
    """Raise the 400 for results that Telegram would not show."""
    if len(results) > MAX_RESULTS:
        raise bad_request("too many inline query results specified")
    for each in results:
        _check_result(world, each)
    if len({each["id"] for each in results}) < len(results):
        raise bad_request("RESULT_ID_DUPLICATE")


def _check_result(world: World, result: Any) -> None:
    if not isinstance(result, dict):
        raise _unreadable("Inline query result must be an object")
    for name in ("type", "id", *(("title",) if result.get("type") == "article" else ())):
        if not isinstance(result.get(name), str):
            raise _unreadable(f'Can\'t find field "{name}"')
    if not 1 <= len(result["id"].encode()) <= MAX_ID_BYTES:
        raise bad_request("RESULT_ID_INVALID")
    if result["type"] == "article" and not result["title"].strip():
        raise bad_request("ARTICLE_TITLE_EMPTY")
    try:
        _content(world, result)
    except ApiError as refusal:
        reason = refusal.description.removeprefix("Bad Request: ")
        raise _unreadable(reason[:1].upper() + reason[1:]) from refusal
    keyboards.read_inline(result.get("reply_markup"))


def message_of(world: World, result: Json) -> Json:
    """Return what a message carries when this result is chosen."""
    content = {**_content(world, result), "via_bot": world.bot_user()}
    keyboard = keyboards.read_inline(result.get("reply_markup"))
    return {**content, "reply_markup": keyboard} if keyboard else content


def _content(world: World, result: Json) -> Json:
    given = result.get("input_message_content")
    if given is not None:
        return _given_content(world, given)
    match result["type"]:
        case "article":
            raise bad_request('can\'t find field "input_message_content"')
        case "contact":
            return _contact(result)
        case "photo" | "document" as kind:
            return _file(world, result, kind)
        case kind:
            raise bad_request(f'type "{kind}" is unsupported for the inline query result')


def _given_content(world: World, given: Any) -> Json:
    if not isinstance(given, dict):
        raise bad_request('field "input_message_content" must be of type Object')
    if "message_text" in given:
        parse_mode, entities = given.get("parse_mode") or "", given.get("entities") or []
        content = text_content(world, str(given["message_text"]), parse_mode, entities)
        preview = given.get("link_preview_options")
        return {**content, "link_preview_options": preview} if preview else content
    if "phone_number" in given:
        return _contact(given)
    raise bad_request("the sandbox sends texts and contacts as input_message_content only")


def _contact(given: Json) -> Json:
    names = ("phone_number", "first_name", "last_name", "vcard")
    return contact_content(*(str(given.get(name) or "") for name in names))


def _file(world: World, result: Json, kind: str) -> Json:
    """Return a photo or document that Telegram has already, named by its file_id."""
    stored = world.files.get(str(result.get(f"{kind}_file_id") or ""))
    caption = str(result.get("caption") or "")
    about = caption_content(world, caption, result.get("parse_mode") or "", result.get("caption_entities") or [])
    return {**stored.as_content(kind), **about}


def read_button(button: Json | None) -> Json | None:
    """Return the button above the results; raises the 400 for one that leads nowhere."""
    if not button:
        return None
    if not isinstance(button.get("text"), str) or not button["text"].strip():
        raise bad_request("can't parse inline query results button: Can't find field \"text\"")
    parameter, web_app = button.get("start_parameter"), button.get("web_app")
    if parameter is None and web_app is None:
        wanted = "InlineQueryResultsButton must have exactly one optional field"
        raise bad_request(f"can't parse inline query results button: {wanted}")
    if parameter is None:
        return {"text": button["text"], "web_app": web_app}
    if not START_PARAMETER.fullmatch(str(parameter)):
        raise bad_request("START_PARAM_INVALID")
    return {"text": button["text"], "start_parameter": parameter}


def _unreadable(reason: str) -> ApiError:
    return bad_request(f"can't parse inline query result: {reason}")
