"""Forms: what a person said so far in a dialogue, typed, as the dialogue's draft keeps it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, Self

from pydantic import TypeAdapter

from models.drafts import Draft


@dataclass(frozen=True)
class DraftForm:
    """The form of one kind of dialogue; the names of its fields are the keys of the draft's JSON.

    Drafts outlive a new version of the program: a field that is added has a default, and none changes its name.
    """

    @classmethod
    def read(cls, data: Mapping[str, Any]) -> Self:
        """Read a form from a draft's data; keys that are no fields are passed over."""
        form: Self = cls._adapter().validate_python(data)
        return form

    @classmethod
    def of(cls, draft: Draft) -> Self:
        """Read the form of a draft."""
        return cls.read(draft.data)

    def write(self) -> dict[str, Any]:
        """Write the form as a draft's data."""
        return dict(self._adapter().dump_python(self, mode="json"))

    @classmethod
    @cache
    def _adapter(cls) -> TypeAdapter[Any]:
        return TypeAdapter(cls)
