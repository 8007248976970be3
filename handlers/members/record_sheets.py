"""Those who speak for a business, as a person's file shows them."""

from collections.abc import Mapping

from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.members import ContactKind, Member, Representative
from services.notation.phones import show_phone


def contact_name(reader: Reader, contact: ContactKind | None) -> str | None:
    """Name which contact of a business somebody is, or is invited to be; None for none."""
    return reader.label(f"privacy-contact-{contact}") if contact is not None else None


def _representation(reader: Reader, one: Representative, member: Member) -> RecordRow:
    return (
        member.name,
        member.tax_code,
        one.name,
        one.title,
        show_phone(one.phone) if one.phone else None,
        contact_name(reader, one.contact),
        reader.label(f"file-standing-{one.status}"),
    )


SHEETS: Mapping[str, RecordSheet] = {
    "representations": RecordSheet(
        20, ("business", "tax-code", "name", "title", "phone", "contact", "state"), _representation
    ),
}
