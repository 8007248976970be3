"""What a message is about beside its subject: typed values, and how they are stored as JSON.

A value that refers to what may be a subject (a business, a task) keeps its id as a whole number of its own, under the
name that `id_field` gives: by that name queries find it, and a merger changes it.
"""

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from pydantic import TypeAdapter

# The key under which the type of a value is stored.
TYPE = "is"
# Making one costs more than using it a hundred times.
ADAPTERS: dict[type, TypeAdapter[Any]] = {}


class Details:
    """What some messages are about beside their subject; `word` names the type where it is stored."""

    word: ClassVar[str]


AnyDetails = TypeVar("AnyDetails", bound=Details)


def id_field(subject: str) -> str:
    """Tell under which name details keep the id of a business, an incident or another subject."""
    return f"{subject}_id"


def written(details: Details | None) -> dict[str, Any] | None:
    """Write a value as it is stored."""
    if details is None:
        return None
    return {TYPE: details.word, **_adapter(type(details)).dump_python(details, mode="json")}


def read(stored: Mapping[str, Any] | None, *wanted: type[AnyDetails]) -> AnyDetails | None:
    """Read what was stored; None where nothing was, or a value of none of these types."""
    if stored is None:
        return None
    known = {name: value for name, value in stored.items() if name != TYPE}
    of_this_type = (one for one in wanted if one.word == stored.get(TYPE))
    return next((_adapter(one).validate_python(known) for one in of_this_type), None)


def _adapter(kind: type[AnyDetails]) -> TypeAdapter[AnyDetails]:
    if kind not in ADAPTERS:
        ADAPTERS[kind] = TypeAdapter(kind)
    return ADAPTERS[kind]
