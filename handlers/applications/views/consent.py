"""The text to which people consent before anything personal is kept: in short, and whole (Luật 91/2025/QH15)."""

from markupsafe import Markup

from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from services.ground import audit


def brief(reader: Reader, *, department: str, version: str) -> Markup:
    """Say on one screen what is kept, what for, who sees it, for how long, and what the roster's own choice means."""
    return reader.say("consent-brief", department=department, version=version)


def terms(reader: Reader, *, office: Office, version: str, page: int) -> Markup:
    """Say the whole on two pages: who controls the data, which, what for, who sees them; how long, rights, duties."""
    if page == 1:
        # An address that is not set leaves no comma behind.
        controller = reader.say("consent-controller", department=office.department, address=office.address or "none")
        return Markup("\n\n").join([controller, reader.say("consent-terms-first")])
    return reader.say("consent-terms-second", department=office.department, version=version, years=audit.KEPT_YEARS)


def listing(reader: Reader, *, listed: bool) -> str:
    """Name the box by which a person chooses to be found in the roster; nobody ticks it for them."""
    return reader.label("consent-button-listed" if listed else "consent-button-unlisted")
