"""One-time links by which people come in: representatives, staff, and businesses' own groups."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from models.columns import UtcDateTime, one_of, word_of
from models.members import ContactKind
from models.people import Role


class InvitationKind(StrEnum):
    """What a link is for."""

    REPRESENTATIVE = "representative"
    STAFF = "staff"
    GROUP = "group"


class Invitation(SQLModel, table=True):
    """A link that is used once: only a hash of its token is kept, and it is bound to the first person who opens it.

    `member_id` and `contact` belong to a representative or a group, `role` to staff. `opened_by_id` is that
    first person; `used_at` is when it led to something, `revoked_at` when it was taken back.
    """

    __tablename__ = "invitations"

    id: int | None = Field(default=None, primary_key=True)
    token_hash: str = Field(unique=True, max_length=64)
    kind: InvitationKind = Field(sa_type=word_of(InvitationKind))
    member_id: int | None = Field(default=None, foreign_key="members.id", index=True)
    contact: ContactKind | None = Field(default=None, sa_type=one_of(ContactKind, "contact"))
    role: Role | None = Field(default=None, sa_type=one_of(Role, "role"))
    created_by_id: int | None = Field(default=None, foreign_key="people.id")
    created_at: datetime = Field(sa_type=UtcDateTime)
    expires_at: datetime = Field(sa_type=UtcDateTime, index=True)
    opened_by_id: int | None = Field(default=None, foreign_key="people.id")
    opened_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    used_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
    revoked_at: datetime | None = Field(default=None, sa_type=UtcDateTime)
