"""Templates of alerts: what a coordinator has mostly written before the night on which it is needed."""

from datetime import datetime

from sqlalchemy import JSON, Column, UniqueConstraint
from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, word_of
from models.incidents import IncidentKind, IncidentType, Severity


class AlertTemplate(SQLModel, table=True):
    """One version of a template; all versions of it share the name, and the one not replaced counts.

    `place` is its place in the order. What the button shows, title and text are None where the product's own words
    stand, in either language.
    """

    __tablename__ = "alert_templates"
    __table_args__ = (UniqueConstraint("name", "version"),)

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(max_length=32)
    version: int
    place: int
    kind: IncidentKind = Field(sa_type=word_of(IncidentKind))
    type: IncidentType = Field(sa_type=word_of(IncidentType))
    severity: Severity = Field(sa_type=word_of(Severity))
    sectors: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    button: str | None = None
    title: str | None = None
    text: str | None = None
    made_at: datetime = Field(sa_type=UtcDateTime)
    # Nobody, where the product brought it.
    made_by_id: int | None = Field(default=None, foreign_key="people.id")
    replaced_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
