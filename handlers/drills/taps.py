"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap
from services.drills.contact_counting import ContactHeap


@dataclass(frozen=True)
class AskContactsTap(Tap):
    """The wish to ask everybody of a circle: a sector's word, "all", or "choose" to see whom each would ask."""

    word: ClassVar[str] = "xn"
    verb: str


@dataclass(frozen=True)
class ConfirmContactTap(Tap):
    """The word of a person that the question of a contact test is there."""

    word: ClassVar[str] = "xc"
    test_id: int


@dataclass(frozen=True)
class ContactTestTap(Tap):
    """What a coordinator does with a contact test: `verb` is show, again, end or end-now."""

    word: ClassVar[str] = "xt"
    test_id: int
    verb: str


@dataclass(frozen=True)
class ContactListTap(Tap):
    """A look at a heap of those who were asked, a page at a time."""

    word: ClassVar[str] = "xl"
    test_id: int
    heap: ContactHeap
    page: int


@dataclass(frozen=True)
class DrillsTap(Tap):
    """A look at all drills, or the wish to plan one: `verb` is list, plan, scripts, write or sample."""

    word: ClassVar[str] = "dh"
    verb: str


@dataclass(frozen=True)
class DrillTap(Tap):
    """What a coordinator does with a drill: shows it, begins it, lets it rest, ends it."""

    word: ClassVar[str] = "dr"
    drill_id: int
    verb: str


@dataclass(frozen=True)
class NextInjectTap(Tap):
    """The wish to send an inject before its time; the inject tells whether it is still the next one."""

    word: ClassVar[str] = "dn"
    inject_id: int


class DrillChange(StrEnum):
    """What is changed of a drill: its moment, who takes part, or one more business."""

    WHEN = "when"
    CIRCLE = "circle"
    ADD = "add"


@dataclass(frozen=True)
class DrillChangeTap(Tap):
    """The wish to change something of a drill that is planned or running."""

    word: ClassVar[str] = "dw"
    drill_id: int
    verb: DrillChange


@dataclass(frozen=True)
class ParticipantsTap(Tap):
    """A look at who takes part in a drill, a page at a time."""

    word: ClassVar[str] = "dp"
    drill_id: int
    page: int


@dataclass(frozen=True)
class ParticipantTap(Tap):
    """A look at one business that takes part, or the wish to take it out: `verb` is show or out."""

    word: ClassVar[str] = "dm"
    drill_id: int
    member_id: int
    verb: str


@dataclass(frozen=True)
class ScoreTap(Tap):
    """A look at how a drill went, a page of businesses at a time."""

    word: ClassVar[str] = "dk"
    drill_id: int
    page: int


@dataclass(frozen=True)
class InjectTap(Tap):
    """What a member says of an inject: `verb` is seen, done, cannot or words."""

    word: ClassVar[str] = "di"
    inject_id: int
    verb: str


@dataclass(frozen=True)
class RepliesTap(Tap):
    """A look at what businesses said of an inject, a page at a time."""

    word: ClassVar[str] = "dq"
    inject_id: int
    page: int


@dataclass(frozen=True)
class ExerciseTap(Tap):
    """What a coordinator does with a script of drills: `verb` is show, change, add, save, drop or retire."""

    word: ClassVar[str] = "dx"
    exercise_id: int
    verb: str


@dataclass(frozen=True)
class TakeOutTap(Tap):
    """The wish to take an inject out of the script that is worked on."""

    word: ClassVar[str] = "do"
    exercise_step_id: int
