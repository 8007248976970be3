"""Column types and names that every table shares."""

from datetime import UTC, datetime
from enum import StrEnum

from sqlalchemy import DateTime, Enum, Index, String, text
from sqlalchemy.engine import Dialect
from sqlalchemy.types import TypeDecorator
from sqlmodel import SQLModel

# SQLite can change a constraint only by its name, so every one has a name from the first migration on.
SQLModel.metadata.naming_convention = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}

# Text that is put in order by code points: SQLite does so by itself, PostgreSQL by the language of its cluster.
BY_CODE_POINTS = String().with_variant(String(collation="C"), "postgresql")


class UtcDateTime(TypeDecorator[datetime]):
    """An instant: goes in aware, is kept in UTC, comes out aware (SQLite itself forgets time zones)."""

    impl = DateTime(timezone=True)
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Turn an aware instant into UTC; a naive one is a mistake of ours and raises ValueError."""
        if value is None:
            return None
        if value.tzinfo is None:
            raise ValueError(f"an instant without a time zone: {value!r}")
        return value.astimezone(UTC)

    def process_result_value(self, value: datetime | None, dialect: Dialect) -> datetime | None:
        """Give the time zone back."""
        if value is None:
            return None
        return value.replace(tzinfo=UTC) if value.tzinfo is None else value.astimezone(UTC)


def one_of(choices: type[StrEnum], name: str) -> Enum:
    """Make the column type of an enumeration: its values as text, checked by the database under `name`."""
    return Enum(
        choices,
        name=name,
        native_enum=False,
        create_constraint=True,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def word_of(choices: type[StrEnum]) -> Enum:
    """Make the column type of an enumeration that grows: its values as text, which the database does not check."""
    return Enum(
        choices,
        native_enum=False,
        create_constraint=False,
        length=32,
        values_callable=lambda members: [member.value for member in members],
    )


def partial_index(condition: str, name: str, *columns: str, unique: bool = False) -> Index:
    """Make an index over the rows that meet a condition (in SQL), the same on every database."""
    rows = text(condition)
    return Index(name, *columns, unique=unique, sqlite_where=rows, postgresql_where=rows)
