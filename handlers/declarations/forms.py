"""What is kept of the dialogue by which something is declared."""

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Annotated, Self

from pydantic import AliasChoices, BeforeValidator, Field

from models.tlp import Tlp
from services.declarations.declaring import Declaration
from services.declarations.lines import Doubt, LinePart
from services.declarations.spans import WrongDay
from services.ground.forms import DraftForm
from services.places.elsewhere import Elsewhere

# How a name is shown that a draft of an older version did not keep.
_NOT_KEPT = "…"


def _doubts(value: object) -> object:
    """Read the communes (codes) of one name, or of none, that a draft of an older version holds."""
    if not isinstance(value, Sequence) or not all(isinstance(one, str) for one in value):
        return value
    return (Doubt(_NOT_KEPT, tuple(value)),) if value else ()


@dataclass(frozen=True)
class DeclarationForm(DraftForm):
    """A declaration that is being written; `place` and `system` are what was looked for, `page` is of the capabilities.

    `album` is the one that the last file belongs to, `proposed` what was read from the line and not taken back,
    `doubts` are the names of which the line leaves open what they mean, `unread`, `beside`, `ahead_at`, `late_at` and
    `wrong_day`, `elsewhere`, `open_start`, `planned_until` and `of_old` what was not taken of it.
    `as_drill` and `as_real` say what a button made of what
    spoke of a drill,
    `from_preview` that the open field leads back there; `told` is what was decided meanwhile of what it was begun
    from, as far as it was told. `placeless` is the title without the place, where it was made of what is reported and
    where; `by_address` says that the place is only where the business that reported has its seat,
    `source_tlp` is the label of the report, which stays whatever line is written anew.
    """

    form: Declaration = field(default_factory=Declaration)
    place: str = ""
    system: str = ""
    page: int = 0
    album: str = ""
    proposed: tuple[LinePart, ...] = ()
    doubts: Annotated[
        tuple[Doubt, ...], Field(validation_alias=AliasChoices("doubts", "candidates")), BeforeValidator(_doubts)
    ] = ()
    unread: tuple[str, ...] = ()
    beside: tuple[str, ...] = ()
    ahead_at: datetime | None = None
    late_at: datetime | None = None
    wrong_day: WrongDay | None = None
    elsewhere: tuple[Elsewhere, ...] = ()
    open_start: str = ""
    planned_until: datetime | None = None
    of_old: tuple[str, ...] = ()
    as_drill: bool = False
    as_real: bool = False
    from_preview: bool = False
    told: str = ""
    source_tlp: Tlp | None = None
    placeless: str = ""
    by_address: bool = False

    def with_another_place(self) -> Self:
        """Give the form whose place a person has changed: what said where it was before is not said any more."""
        form = replace(self.form, title=self.placeless) if self.placeless else self.form
        return replace(self, form=form, placeless="", by_address=False)
