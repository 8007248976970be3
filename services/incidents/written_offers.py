"""What answers offer of the catalogue, written beside each of them for the file of whoever gave it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, String, cast, func, literal, type_coerce
from sqlmodel import col, select

from models.capabilities import Capability, Unit
from models.responses import ResponseChange

BETWEEN = "\t"


@dataclass(frozen=True)
class Offered:
    """A capability that was offered, with its names and the unit in which it is counted."""

    id: int
    name_vi: str
    name_en: str
    unit: Unit


def written_of() -> Any:
    """Select what each step of an answer offers, a line each, as `read` takes it."""
    own = cast(col(Capability.id), String)
    ids: ColumnElement[str] = cast(col(ResponseChange.offered_capability_ids), String)
    # "[1, 12]" becomes ",1,12,", on either database.
    for before, after in ((" ", ""), ("[", ","), ("]", ",")):
        ids = func.replace(ids, before, after)
    unit = type_coerce(col(Capability.unit), String)
    line = own + BETWEEN + col(Capability.name_vi) + BETWEEN + col(Capability.name_en) + BETWEEN + unit
    offered = ids.like(literal("%,") + own + literal(",%"))
    return select(func.aggregate_strings(line, "\n")).where(offered).correlate(ResponseChange).scalar_subquery()


def read(written: str | None) -> Sequence[Offered]:
    """Read what `written_of` wrote."""
    lines = (line.split(BETWEEN) for line in (written or "").splitlines())
    return [Offered(int(number), name_vi, name_en, Unit(unit)) for number, name_vi, name_en, unit in lines]
