"""What the buttons of this wing carry beside those of its dialogues."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap


class TemplateVerb(StrEnum):
    """What is wished of a template."""

    SHOW = "show"
    CHANGE = "change"
    UP = "up"
    DOWN = "down"
    RETIRE = "retire"
    RETIRE_NOW = "retire_now"
    BRING_BACK = "bring_back"


@dataclass(frozen=True)
class TemplateTap(Tap):
    """What is wished of a template, by any version of it."""

    word: ClassVar[str] = "mt"
    template_id: int
    verb: TemplateVerb


@dataclass(frozen=True)
class TemplateListTap(Tap):
    """A look at the templates in use, or at those out of use, a page at a time."""

    word: ClassVar[str] = "ml"
    retired: int
    page: int


@dataclass(frozen=True)
class TemplateNewTap(Tap):
    """The wish to write a template."""

    word: ClassVar[str] = "mn"
