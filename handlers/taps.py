"""What buttons carry: the whole vocabulary of `callback_data`, 64 bytes each at most. They prove nothing."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, fields
from functools import cache
from typing import Any, ClassVar, Self, get_type_hints

from models.incidents import NoticeAudience
from models.members import ContactKind
from models.people import Language
from models.responses import Answer
from models.tasks import TaskStep
from services.ground.refusals import Refusal
from services.incidents.tally import Group
from services.tasks.lists import Heap

LONGEST = 64
# The database keeps numbers of 64 bits.
LARGEST = 2**63 - 1
MOST_DIGITS = 18


class TapUnreadable(Refusal):
    """The button's data is not ours, or of an older version."""


@dataclass(frozen=True)
class Tap:
    """A button's data: a word that names it, then its fields."""

    word: ClassVar[str]

    def pack(self) -> str:
        """Write the tap down; raises ValueError past 64 bytes."""
        parts = [self.word, *(str(getattr(self, one.name)) for one in fields(self))]
        data = ":".join(parts)
        if len(data.encode()) > LONGEST:
            raise ValueError(f"a button cannot carry {data!r}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self:
        """Read a tap; raises TapUnreadable for anything that `pack` did not write."""
        word, *values = data.split(":")
        kinds = cls._kinds()
        if word != cls.word or len(values) != len(kinds):
            raise TapUnreadable
        try:
            read: dict[str, Any] = {
                name: _read(kind, value) for (name, kind), value in zip(kinds.items(), values, strict=True)
            }
            tap = cls(**read)
            written = tap.pack()
        except ValueError as error:
            raise TapUnreadable from error
        if written != data:
            raise TapUnreadable
        return tap

    @classmethod
    @cache
    def _kinds(cls) -> Mapping[str, Callable[[str], Any]]:
        """Tell what each field is."""
        hints = get_type_hints(cls)
        return {one.name: hints[one.name] for one in fields(cls)}

    @classmethod
    def pattern(cls) -> str:
        """Match this tap's data and no other's."""
        return f"^{cls.word}(:|$)"


def _read(kind: Callable[[str], Any], value: str) -> Any:
    """Read a field; raises ValueError for what is none of its kind, or a number that no row can have."""
    read = kind(value)
    if isinstance(read, int) and abs(read) > LARGEST:
        raise ValueError(f"a number beyond 64 bits: {value}")
    return read


def number_of(value: str) -> int:
    """Read a number that a button carries among its words; raises TapUnreadable for what is none of ours."""
    if not (value.isascii() and value.isdecimal()) or len(value) > MOST_DIGITS:
        raise TapUnreadable
    return int(value)


@dataclass(frozen=True)
class MenuTap(Tap):
    """A button of the main menu; `entry` is a room of the menu."""

    word: ClassVar[str] = "m"
    entry: str


@dataclass(frozen=True)
class LanguageTap(Tap):
    """A language to speak."""

    word: ClassVar[str] = "l"
    language: Language


@dataclass(frozen=True)
class DialogueTap(Tap):
    """A button of a dialogue: `key` is the draft's, so that older buttons are known as such."""

    word: ClassVar[str] = "d"
    key: str
    verb: str
    value: str = ""


@dataclass(frozen=True)
class AnswerTap(Tap):
    """A member's answer to an incident."""

    word: ClassVar[str] = "a"
    incident_id: int
    answer: Answer


@dataclass(frozen=True)
class DetailsTap(Tap):
    """A look at an incident's details."""

    word: ClassVar[str] = "i"
    incident_id: int


@dataclass(frozen=True)
class OfferTap(Tap):
    """The wish to say what comes with an answer."""

    word: ClassVar[str] = "o"
    incident_id: int


@dataclass(frozen=True)
class TallyTap(Tap):
    """A look at an incident's tally."""

    word: ClassVar[str] = "t"
    incident_id: int


@dataclass(frozen=True)
class ListTap(Tap):
    """A look at one heap of the tally, a page at a time."""

    word: ClassVar[str] = "h"
    incident_id: int
    group: Group
    page: int


@dataclass(frozen=True)
class RemindTap(Tap):
    """The wish to remind the silent ones."""

    word: ClassVar[str] = "r"
    incident_id: int


@dataclass(frozen=True)
class HandlingTap(Tap):
    """The word that help is under way."""

    word: ClassVar[str] = "g"
    incident_id: int


@dataclass(frozen=True)
class NoticeTap(Tap):
    """The wish to write to those alerted."""

    word: ClassVar[str] = "n"
    incident_id: int
    audience: NoticeAudience


@dataclass(frozen=True)
class CloseTap(Tap):
    """The wish to end an incident."""

    word: ClassVar[str] = "c"
    incident_id: int


@dataclass(frozen=True)
class ApplicationTap(Tap):
    """A coordinator's way with an application: `verb` is show, approve, reject or ask; list has no application."""

    word: ClassVar[str] = "p"
    application_id: int
    verb: str


@dataclass(frozen=True)
class CorrectionTap(Tap):
    """An applicant's wish to correct an application that was sent back."""

    word: ClassVar[str] = "q"
    application_id: int


@dataclass(frozen=True)
class CapabilityTap(Tap):
    """A change of the catalogue: `verb` is list, add, choose, retire or confirm; choose has a page for an id."""

    word: ClassVar[str] = "k"
    verb: str
    capability_id: int


@dataclass(frozen=True)
class StandDownTap(Tap):
    """The word that a business's people are called back after the end."""

    word: ClassVar[str] = "s"
    incident_id: int


@dataclass(frozen=True)
class UsefulTap(Tap):
    """Whether an alert was useful: `useful` is 1 or 0."""

    word: ClassVar[str] = "u"
    incident_id: int
    useful: int


@dataclass(frozen=True)
class AssignTap(Tap):
    """The wish to give a task to a business; 0 where the incident or the business is still to be said."""

    word: ClassVar[str] = "ta"
    incident_id: int
    member_id: int


@dataclass(frozen=True)
class AssignNowTap(Tap):
    """The word that a task goes out as its preview shows it; `key` is the draft's."""

    word: ClassVar[str] = "tn"
    key: str


@dataclass(frozen=True)
class TaskTap(Tap):
    """A look at a task."""

    word: ClassVar[str] = "tk"
    task_id: int


@dataclass(frozen=True)
class TaskStepTap(Tap):
    """What a representative of a task's owner says of it."""

    word: ClassVar[str] = "ts"
    task_id: int
    step: TaskStep


@dataclass(frozen=True)
class TaskOrderTap(Tap):
    """What a coordinator decides of a task."""

    word: ClassVar[str] = "to"
    task_id: int
    step: TaskStep


@dataclass(frozen=True)
class TaskFilesTap(Tap):
    """A look at the photos and documents of a task, from the one at `start` on."""

    word: ClassVar[str] = "tf"
    task_id: int
    start: int


@dataclass(frozen=True)
class TaskListTap(Tap):
    """A look at a heap of tasks, a page at a time; of one incident, unless that is 0."""

    word: ClassVar[str] = "tl"
    heap: Heap
    incident_id: int
    page: int


@dataclass(frozen=True)
class GroupTap(Tap):
    """A business's own Telegram group: `verb` is show, link, ask or unbind."""

    word: ClassVar[str] = "gr"
    member_id: int
    verb: str


@dataclass(frozen=True)
class DutyTap(Tap):
    """A business's duty roster: `verb` is show, hours, weeks, order or clear."""

    word: ClassVar[str] = "dy"
    member_id: int
    verb: str


@dataclass(frozen=True)
class BusinessTap(Tap):
    """A page of a business, or a wish about it: `verb` is one of handlers/views/business.py; 0 lists all one's own."""

    word: ClassVar[str] = "bz"
    member_id: int
    verb: str
    page: int = 0


@dataclass(frozen=True)
class RepresentativeTap(Tap):
    """A look at one of a business's people, or a wish about them: `verb` is one of the views'."""

    word: ClassVar[str] = "rp"
    member_id: int
    person_id: int
    verb: str


@dataclass(frozen=True)
class PrimaryTap(Tap):
    """The answer to the offer of a business's primary contact: `accept` is 1 or 0."""

    word: ClassVar[str] = "pc"
    member_id: int
    accept: int


@dataclass(frozen=True)
class InviteTap(Tap):
    """A look at a business's living invitation links, where new ones are made."""

    word: ClassVar[str] = "iv"
    member_id: int
    page: int = 0


@dataclass(frozen=True)
class NewLinkTap(Tap):
    """The wish for a new invitation link; `after` is the newest one that the list showed."""

    word: ClassVar[str] = "il"
    member_id: int
    contact: ContactKind
    after: int


@dataclass(frozen=True)
class RevokeTap(Tap):
    """The wish to take an invitation link back."""

    word: ClassVar[str] = "ir"
    invitation_id: int


@dataclass(frozen=True)
class ConfirmTap(Tap):
    """The word that a business's data are right."""

    word: ClassVar[str] = "cf"
    member_id: int


@dataclass(frozen=True)
class OverdueTap(Tap):
    """The businesses that did not confirm their data, a page at a time; one of them is asked again unless it is 0."""

    word: ClassVar[str] = "ov"
    page: int
    member_id: int


@dataclass(frozen=True)
class WorkbookTap(Tap):
    """A button of import and export: `verb` is one of handlers/views/workbooks.py, `value` what it is about."""

    word: ClassVar[str] = "xw"
    verb: str
    value: str
    page: int


@dataclass(frozen=True)
class JobTap(Tap):
    """A button under what a job found."""

    word: ClassVar[str] = "xj"
    job_id: int
    verb: str
    page: int


@dataclass(frozen=True)
class PrivacyTap(Tap):
    """A wish about one's own data: `verb` is one of handlers/views/privacy.py, with what belongs to it."""

    word: ClassVar[str] = "pd"
    verb: str
    value: str = ""


@dataclass(frozen=True)
class StaffTap(Tap):
    """An owner's wish about the staff: `verb` is one of handlers/views/staff.py, `number` a person, link or page."""

    word: ClassVar[str] = "sf"
    verb: str
    number: int
    role: str = ""


@dataclass(frozen=True)
class StaffOfferTap(Tap):
    """The word of who opened a link to the staff: `accepts` is 1 or 0."""

    word: ClassVar[str] = "so"
    invitation_id: int
    accepts: int


@dataclass(frozen=True)
class StandingTap(Tap):
    """A coordinator's wish about a business's standing: `verb` is one of handlers/views/standing.py."""

    word: ClassVar[str] = "ms"
    member_id: int
    verb: str


@dataclass(frozen=True)
class MemberTap(Tap):
    """A look at a business of the roster: `verb` is show, people (with a page of them) or phone."""

    word: ClassVar[str] = "mb"
    member_id: int
    verb: str
    page: int


@dataclass(frozen=True)
class ContactTap(Tap):
    """The wish to keep the contact of a person of the roster."""

    word: ClassVar[str] = "mc"
    representative_id: int
