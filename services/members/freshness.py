"""How fresh a business's data are: since when they are known to be right, and when somebody is asked for them next."""

from datetime import datetime, timedelta

from models.members import Member

EVERY = timedelta(days=183)


def plan(member: Member, *, now: datetime) -> None:
    """Ask a business half a year from now, and not before."""
    member.confirmation_asked_at = None
    member.confirmation_due_at = now + EVERY


def known_since(member: Member) -> datetime:
    """Tell since when a business's data are known to be right."""
    return member.confirmed_at or member.approved_at or member.registered_at


def is_asked(member: Member) -> bool:
    """Tell whether a business has been asked and has not confirmed since."""
    return member.confirmation_asked_at is not None
