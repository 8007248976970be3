"""What the buttons of this wing carry; any wing may show them, for they prove nothing."""

from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar

from handlers.frame.taps import Tap


class RunWish(StrEnum):
    """What is wished of a run."""

    REST = "rest"
    GO_ON = "go_on"


@dataclass(frozen=True)
class PlaybookOffersTap(Tap):
    """A look at the playbooks that fit an incident, and at those under way on it, a page at a time."""

    word: ClassVar[str] = "po"
    incident_id: int
    page: int


@dataclass(frozen=True)
class PlaybookStartTap(Tap):
    """The wish to start a playbook on an incident: who does what is shown before."""

    word: ClassVar[str] = "py"
    incident_id: int
    script_id: int


@dataclass(frozen=True)
class RunTap(Tap):
    """A look at a playbook that was started, a page of its steps at a time."""

    word: ClassVar[str] = "pr"
    run_id: int
    page: int


@dataclass(frozen=True)
class RunPauseTap(Tap):
    """The wish to let a run rest, or to let it go on."""

    word: ClassVar[str] = "pa"
    run_id: int
    wish: RunWish


@dataclass(frozen=True)
class RunStepTap(Tap):
    """A look at a step of a run."""

    word: ClassVar[str] = "pt"
    run_step_id: int


@dataclass(frozen=True)
class RunStepDoneTap(Tap):
    """The word that the office did a step."""

    word: ClassVar[str] = "pe"
    run_step_id: int


@dataclass(frozen=True)
class RunStepUndoneTap(Tap):
    """The word that the office did not do a step after all."""

    word: ClassVar[str] = "pu"
    run_step_id: int


@dataclass(frozen=True)
class RunStepSkipTap(Tap):
    """The wish to leave a step out."""

    word: ClassVar[str] = "pk"
    run_step_id: int


@dataclass(frozen=True)
class RunStepOwnersTap(Tap):
    """A look at the businesses to which a step could be given."""

    word: ClassVar[str] = "pw"
    run_step_id: int
    page: int


@dataclass(frozen=True)
class RunStepGiveTap(Tap):
    """The wish to give a step to a business, as a task."""

    word: ClassVar[str] = "pg"
    run_step_id: int
    member_id: int


@dataclass(frozen=True)
class PlaybookListTap(Tap):
    """A look at the playbooks, a page at a time."""

    word: ClassVar[str] = "pl"
    page: int


@dataclass(frozen=True)
class PlaybookTap(Tap):
    """A look at a version of a playbook, a page of its steps at a time."""

    word: ClassVar[str] = "pb"
    script_id: int
    page: int


@dataclass(frozen=True)
class PlaybookStepTap(Tap):
    """A look at a step of a playbook."""

    word: ClassVar[str] = "px"
    step_id: int


class ScriptVerb(StrEnum):
    """What is wished of a playbook as a whole."""

    CHANGE = "change"
    ADD = "add"
    RENAME = "rename"
    TYPES = "types"
    SAVE = "save"
    DROP = "drop"
    DROP_NOW = "drop_now"
    RETIRE = "retire"
    RETIRE_NOW = "retire_now"
    BRING_BACK = "bring_back"


class StepVerb(StrEnum):
    """What is wished of a step of the version that is worked on."""

    TEXT = "text"
    EXPECTED = "expected"
    FILES = "files"
    ROLE = "role"
    WHEN = "when"
    WITHIN = "within"
    UP = "up"
    DOWN = "down"
    OUT = "out"
    OUT_NOW = "out_now"


@dataclass(frozen=True)
class ScriptActTap(Tap):
    """What is wished of a playbook."""

    word: ClassVar[str] = "sa"
    script_id: int
    verb: ScriptVerb


@dataclass(frozen=True)
class StepActTap(Tap):
    """What is wished of a step."""

    word: ClassVar[str] = "se"
    step_id: int
    verb: StepVerb


@dataclass(frozen=True)
class ScriptNewTap(Tap):
    """The wish to write a playbook of one's own."""

    word: ClassVar[str] = "sn"


@dataclass(frozen=True)
class RetiredTap(Tap):
    """A look at the playbooks that are out of use."""

    word: ClassVar[str] = "sx"
    page: int
