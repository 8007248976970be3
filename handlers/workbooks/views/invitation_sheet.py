"""The sheet of invitations: one self-contained document to print on A4, a card to cut out for each business."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from pathlib import Path

import segno
from jinja2 import Environment, FileSystemLoader
from markupsafe import Markup

from handlers.frame.views.reader import Reader
from handlers.frame.views.tax_codes import tax_code
from handlers.workbooks.views.rows import commune as commune_name
from services.workbooks.invitation_sheets import Invited

TEMPLATES = Environment(loader=FileSystemLoader(Path(__file__).parent), autoescape=True, trim_blocks=True)
QUIET_ZONE = 2


@dataclass(frozen=True)
class _Card:
    """One business's card."""

    name: str
    tax_code: str
    link: str
    qr: Markup


@dataclass(frozen=True)
class _Commune:
    """The cards of one commune."""

    name: str
    count: str
    cards: Sequence[_Card]


def document(
    reader: Reader,
    businesses: Sequence[Invited],
    links: Mapping[int, str],
    *,
    department: str,
    made_at: datetime,
    until: datetime,
) -> bytes:
    """Write the cards of businesses, in the order given, each commune on pages of its own; `links` are by member id."""
    count = len(businesses)
    words = {
        "title": reader.label("sheet-title"),
        "made": reader.label("sheet-made-at", at=reader.moment(made_at), count=count),
        "print": reader.label("sheet-print"),
        "invitation": reader.label("sheet-invitation", department=department),
        "step_one": reader.label("sheet-step-one"),
        "step_two": reader.label("sheet-step-two"),
        "expiry": reader.label("sheet-expiry", until=day(reader, until)),
    }
    communes = [
        _commune(reader, code, [_card(reader, one, links[one.member_id]) for one in there])
        for code, there in groupby(businesses, key=lambda business: business.commune_code)
    ]
    template = TEMPLATES.get_template("invitation_sheet.html")
    return template.render(language=reader.language, words=words, communes=communes).encode()


def _commune(reader: Reader, code: str, cards: Sequence[_Card]) -> _Commune:
    return _Commune(commune_name(code), reader.label("sheet-commune-count", count=len(cards)), cards)


def _card(reader: Reader, business: Invited, link: str) -> _Card:
    code = tax_code(reader, business.tax_code, whole=False)
    return _Card(business.name, reader.label("sheet-tax-code", code=code), link, _qr(link))


def _qr(link: str) -> Markup:
    """Draw a link as a picture that stands in the document itself."""
    drawn = segno.make(link, error="m", micro=False).svg_inline(border=QUIET_ZONE, omitsize=True)
    return Markup(drawn)  # noqa: S704 - drawn by the library, of squares alone


def day(reader: Reader, at: datetime) -> str:
    """Write the day of an instant."""
    return at.astimezone(reader.time_zone).strftime("%d/%m/%Y")


def caption(reader: Reader, *, count: int, part: int, parts: int, until: datetime) -> str:
    """Say what a sheet is, and that its links can be read nowhere else."""
    return reader.label("sheet-caption", count=count, part=part, parts=parts, until=day(reader, until))
