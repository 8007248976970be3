"""The catalogue of capabilities, which coordinators extend."""

from datetime import datetime

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime


class Capability(SQLModel, table=True):
    """Something a business can send to help: fibre crews, generators, forensics and the like."""

    __tablename__ = "capabilities"

    id: int | None = Field(default=None, primary_key=True)
    name_vi: str = Field(unique=True)
    name_en: str
    retired_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
