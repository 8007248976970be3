"""The catalogue of capabilities, which coordinators extend."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of


class Unit(StrEnum):
    """In what a capability is counted; Vietnamese has a word for each kind of thing."""

    PEOPLE = "people"
    TEAMS = "teams"
    MACHINES = "machines"
    SETS = "sets"
    VEHICLES = "vehicles"
    PIECES = "pieces"
    ITEMS = "items"
    STATIONS = "stations"
    LINES = "lines"
    PLACES = "places"
    KILOMETRES = "kilometres"


class Capability(SQLModel, table=True):
    """Something a business can send to help: fibre crews, generators, forensics and the like."""

    __tablename__ = "capabilities"

    id: int | None = Field(default=None, primary_key=True)
    name_vi: str = Field(unique=True)
    name_en: str
    unit: Unit = Field(default=Unit.PEOPLE, sa_type=word_of(Unit))
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
