"""The parameters of Bot API methods, read by the signatures of the functions that carry them out.

A parameter's annotation says how it is read from a form, a query string or JSON, and its default whether it
may be left out. Limits stand in the annotation too: `Annotated[str, Longest(200, "MESSAGE_TOO_LONG")]`.
Parameters that a method does not name are ignored, as Telegram ignores them.
"""

import inspect
import json
from collections.abc import Callable
from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from bot.sandbox.errors import ApiError, bad_request
from bot.sandbox.state.files import Upload

MISSING = {
    "chat_id": "chat_id is empty",
    "from_chat_id": "from_chat_id is empty",
    "text": "message text is empty",
    "message_id": "message identifier is not specified",
    "user_id": "invalid user_id specified",
    "file_id": "file_id not specified",
    "photo": "there is no photo in the request",
    "document": "there is no document in the request",
    "video": "there is no video in the request",
    "animation": "there is no animation in the request",
    "audio": "there is no audio in the request",
    "voice": "there is no voice in the request",
    "video_note": "there is no video note in the request",
    "message_ids": "message identifiers are not specified",
    "phone_number": "phone number is empty",
    "first_name": "first name is empty",
    "callback_query_id": "query is too old and response timeout expired or query ID is invalid",
    "inline_query_id": "query is too old and response timeout expired or query ID is invalid",
}


@dataclass(frozen=True)
class Clamp:
    """A number that Telegram silently moves into its range."""

    low: int
    high: int

    def apply(self, value: Any) -> Any:
        """Return the nearest number in the range."""
        return min(max(value, self.low), self.high)


@dataclass(frozen=True)
class Longest:
    """A text that may be so many characters long."""

    length: int
    error: str

    def apply(self, value: Any) -> Any:
        """Return the text itself; raises 400 when it is too long."""
        if len(value) > self.length:
            raise bad_request(self.error)
        return value


@dataclass(frozen=True)
class Parameter:
    """One parameter of a method."""

    name: str
    kind: Any
    rules: tuple[Clamp | Longest, ...]
    default: Any

    @property
    def is_required(self) -> bool:
        """Whether a call without it fails."""
        return self.default is inspect.Parameter.empty

    def read(self, given: Any) -> Any:
        """Return the value as the function takes it; raises 400 for one of the wrong kind."""
        if given is None or (given == "" and self.kind is not str):
            if self.is_required:
                raise missing(self.name)
            return self.default
        value = READERS[self.kind](self.name, given)
        for rule in self.rules:
            value = rule.apply(value)
        return value


def missing(name: str) -> ApiError:
    """Return the 400 for a parameter that was left out."""
    return bad_request(MISSING.get(name, f'parameter "{name}" is required'))


def read_signature(function: Callable[..., Any]) -> tuple[Parameter, ...]:
    """Return the keyword-only parameters of a method's function."""
    found = []
    for parameter in inspect.signature(function).parameters.values():
        if parameter.kind is inspect.Parameter.KEYWORD_ONLY:
            kind, rules = _unwrap(parameter.annotation)
            found.append(Parameter(parameter.name, kind, rules, parameter.default))
    return tuple(found)


def _unwrap(annotation: Any) -> tuple[Any, tuple[Clamp | Longest, ...]]:
    rules: tuple[Clamp | Longest, ...] = ()
    if get_origin(annotation) is Annotated:
        annotation, *rest = get_args(annotation)
        rules = tuple(rest)
    if get_origin(annotation) in (Union, UnionType):
        kinds = [each for each in get_args(annotation) if each is not type(None)]
        annotation = Upload if Upload in kinds else kinds[0]
    return get_origin(annotation) or annotation, rules


def _read_text(name: str, given: Any) -> str:
    if isinstance(given, (dict, list, bool)):
        raise bad_request(f"{name} must be a String")
    return str(given)


def _read_integer(name: str, given: Any) -> int:
    try:
        return int(given)
    except (TypeError, ValueError):
        if name.endswith("chat_id"):
            raise bad_request("chat not found") from None
        raise bad_request(f"invalid {name} specified") from None


def _read_number(name: str, given: Any) -> float:
    try:
        return float(given)
    except (TypeError, ValueError):
        raise bad_request(f"invalid {name} specified") from None


def _read_flag(_name: str, given: Any) -> bool:
    return given is True or str(given).lower() in ("true", "yes", "1")


def _read_json(name: str, given: Any, kind: type) -> Any:
    if isinstance(given, str):
        try:
            given = json.loads(given)
        except ValueError:
            raise bad_request(f"can't parse {name} JSON object") from None
    if not isinstance(given, kind):
        raise bad_request(f"can't parse {name}: {'an Object' if kind is dict else 'an Array'} is expected")
    return given


def _read_object(name: str, given: Any) -> Any:
    return _read_json(name, given, dict)


def _read_list(name: str, given: Any) -> Any:
    return _read_json(name, given, list)


def _read_file(name: str, given: Any) -> Upload | str:
    if isinstance(given, (Upload, str)):
        return given
    raise bad_request(f"invalid {name} specified")


READERS: dict[Any, Callable[[str, Any], Any]] = {
    str: _read_text,
    int: _read_integer,
    float: _read_number,
    bool: _read_flag,
    dict: _read_object,
    list: _read_list,
    Upload: _read_file,
}
