"""Reply markup: read strictly, and kept in the shape in which messages carry it."""

from typing import Any

from bot.sandbox.errors import bad_request

Json = dict[str, Any]
MAX_BUTTONS = 100
MAX_IN_A_ROW = 8
MAX_CALLBACK_BYTES = 64
MAX_COPY_LENGTH = 256
STYLES = ("primary", "success", "danger")
ACTIONS = (
    "callback_data",
    "url",
    "copy_text",
    "switch_inline_query",
    "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat",
    "web_app",
    "login_url",
    "callback_game",
    "pay",
)
REPLY_REQUESTS = (
    "request_contact",
    "request_location",
    "request_poll",
    "request_users",
    "request_chat",
    "web_app",
)
REPLY_FLAGS = ("is_persistent", "resize_keyboard", "one_time_keyboard", "selective")


def read_inline(markup: Json | None) -> Json | None:
    """Return the inline keyboard of an edit, None for an empty one; raises 400 for any other reply markup."""
    if markup is None or markup == {}:
        return None
    if "inline_keyboard" not in markup:
        raise bad_request("inline keyboard expected")
    return read(markup)


def read(markup: Json | None) -> Json | None:
    """Check reply markup; raises the 400 that Telegram answers to what it can't take."""
    if not markup:
        return None
    if "inline_keyboard" in markup:
        rows = _rows(markup["inline_keyboard"], _inline_button)
        return {"inline_keyboard": rows} if rows else None
    if "keyboard" in markup:
        return _reply_keyboard(markup)
    if markup.get("remove_keyboard") is True:
        return {"remove_keyboard": True, **_flags(markup, ("selective",))}
    if markup.get("force_reply") is True:
        return {"force_reply": True, **_flags(markup, ("selective",)), **_placeholder(markup)}
    raise bad_request("can't parse reply keyboard markup JSON object")


def _reply_keyboard(markup: Json) -> Json:
    rows = _rows(markup["keyboard"], _reply_button)
    if not rows:
        raise bad_request("reply keyboard must have at least one button")
    return {"keyboard": rows, **_flags(markup, REPLY_FLAGS), **_placeholder(markup)}


def _flags(markup: Json, names: tuple[str, ...]) -> Json:
    return {name: True for name in names if markup.get(name) is True}


def _placeholder(markup: Json) -> Json:
    text = markup.get("input_field_placeholder") or ""
    if len(text) > 64:
        raise bad_request("reply markup input field placeholder is too long")
    return {"input_field_placeholder": text} if text else {}


def _rows(rows: Any, read_button: Any) -> list[list[Json]]:
    if not isinstance(rows, list) or not all(isinstance(row, list) for row in rows):
        raise bad_request("can't parse keyboard: an Array of Arrays of buttons is expected")
    kept = [[read_button(button) for button in row] for row in rows if row]
    if sum(map(len, kept)) > MAX_BUTTONS or any(len(row) > MAX_IN_A_ROW for row in kept):
        raise bad_request("REPLY_MARKUP_TOO_LONG")
    return kept


def _text(button: Any) -> str:
    text = button.get("text")
    if not isinstance(text, str):
        raise bad_request('can\'t parse keyboard button: Field "text" must be of type String')
    if not text.strip():
        raise bad_request("BUTTON_TEXT_INVALID")
    return text


def _look(button: Json) -> Json:
    style = button.get("style")
    if style is not None and style not in STYLES:
        raise bad_request("can't parse keyboard button: invalid button style specified")
    return {name: button[name] for name in ("style", "icon_custom_emoji_id") if button.get(name) is not None}


def _inline_button(button: Any) -> Json:
    if not isinstance(button, dict):
        raise bad_request("can't parse inline keyboard button: InlineKeyboardButton must be an Object")
    text = _text(button)
    actions = {name: button[name] for name in ACTIONS if button.get(name) is not None}
    if not actions:
        raise bad_request("Text buttons are unallowed in the inline keyboard")
    if len(actions) > 1:
        raise bad_request("can't parse inline keyboard button: exactly one action is expected")
    for name, value in actions.items():
        _check_action(name, value)
    return {"text": text, **_look(button), **actions}


def _check_action(name: str, value: Any) -> None:
    if name == "callback_data" and not (isinstance(value, str) and 1 <= len(value.encode()) <= MAX_CALLBACK_BYTES):
        raise bad_request("BUTTON_DATA_INVALID")
    if name == "url" and not (isinstance(value, str) and value.startswith(("http://", "https://", "tg://"))):
        raise bad_request(f"inline keyboard button URL '{value}' is invalid: Wrong HTTP URL")
    if name == "copy_text":
        copied = value.get("text") if isinstance(value, dict) else None
        if not isinstance(copied, str) or not 1 <= len(copied) <= MAX_COPY_LENGTH:
            raise bad_request("BUTTON_COPY_TEXT_INVALID")


def _reply_button(button: Any) -> Json:
    if isinstance(button, str):
        button = {"text": button}
    if not isinstance(button, dict):
        raise bad_request("can't parse keyboard button: KeyboardButton must be a String or an Object")
    requests = {name: button[name] for name in REPLY_REQUESTS if button.get(name)}
    if len(requests) > 1:
        raise bad_request("can't parse keyboard button: at most one request is allowed")
    return {"text": _text(button), **_look(button), **requests}
