"""When whoever has no role any more is erased, as the text of the consent says it."""

from datetime import datetime, timedelta

from models.people import Person

# As `consent-terms-second` says it.
KEPT = timedelta(days=30)
WARNED_BEFORE = timedelta(days=7)


def erased_on(person: Person) -> datetime | None:
    """Tell when a person is erased for having no role; None where that is not foreseen."""
    since, told = person.roleless_since, person.erasure_told_at
    if since is None:
        return None
    return since + KEPT if told is None else max(since + KEPT, told + WARNED_BEFORE)
