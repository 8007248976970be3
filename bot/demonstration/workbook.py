"""A list of fifty more businesses, as a workbook that a coordinator of the demonstration can import."""

from collections.abc import Iterator
from datetime import datetime

from bot.base.catalogue import CATALOGUE
from bot.demonstration.businesses import FORMS, LINES
from bot.demonstration.identities import phone, tax_code
from bot.demonstration.names import FANCIES
from bot.demonstration.variety import pick, shuffled
from handlers.frame.office import Office
from handlers.frame.views.reader import Reader
from handlers.workbooks import words as workbook_words
from handlers.workbooks.writing import Row, Workbook
from models.members import Sector
from models.people import Language
from services.notation.phones import show_phone
from services.places.communes import communes
from services.workbooks.lists import Column

MANY = 50
# Numbers of tax codes and phones that nobody else of the demonstration has.
FIRST = 500
FIRST_NAME = "Công ty Cổ phần Viễn thông Điện lực Sông Thao"


def workbook(office: Office, *, now: datetime) -> bytes:
    """Write the list in the office's language: headings, then fifty rows."""
    reader = office.reader(office.language)
    title = reader.label("workbook-sheet-members")
    book = Workbook(title=title, author=office.department, time_zone=office.time_zone, now=now)
    headings = [workbook_words.heading(reader.language, column) for column in Column]
    book.sheet(title, headings).add_all(_rows(reader, office.province_code))
    return book.close()


def _rows(reader: Reader, province_code: str) -> Iterator[Row]:
    sectors = list(Sector)
    places = shuffled(communes(province_code), ("list", province_code))
    for number in range(MANY):
        sector = sectors[number % len(sectors)]
        yield (
            tax_code(FIRST + number),
            _name(number, sector) if number else FIRST_NAME,
            reader.label(f"sector-{sector}"),
            # Several of them share a commune, so that a printed sheet has more than one on a page.
            places[number // 4 % len(places)].name,
            show_phone(phone(FIRST + number)),
            _capability(reader, number, sector),
        )


def _name(number: int, sector: Sector) -> str:
    """Put a name together that no other business of the demonstration has: its fancy is of another sector."""
    lines = LINES[(sector,)]
    others = FANCIES[list(Sector)[(number + 1) % len(Sector)]]
    return f"{FORMS[number % len(FORMS)]} {lines[number % len(lines)]} {others[number // len(Sector) % len(others)]}"


def _capability(reader: Reader, number: int, sector: Sector) -> str:
    usual = pick([entry for entry in CATALOGUE if sector in entry.sectors], "list", number)
    name = usual.name_en if reader.language is Language.ENGLISH else usual.name_vi
    return f"{name}: {pick(range(2, 12), 'list', number)}"
