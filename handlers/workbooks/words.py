"""The words of lists of businesses: their headings in both languages, and what their cells are understood by."""

from functools import cache

from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.frame import texts
from handlers.frame.office import Office
from models.identity import id_of
from models.people import Language
from services.members import capabilities
from services.notation.spelling import search_key
from services.workbooks.import_rows import Vocabulary
from services.workbooks.lists import REQUIRED, Beside, Column, Headings

EXAMPLES = ("first", "second")
# The sheets of the template that explain it.
OWN = ("guide", "choices")
# What stands after a heading that must be there.
STAR = " *"


def kebab(column: Column | Beside) -> str:
    """Write a column as it stands in the keys of texts."""
    return column.replace("_", "-")


def column_name(language: Language, column: Column) -> str:
    """Name a column."""
    return texts.label(language, f"workbook-column-{kebab(column)}")


def heading(language: Language, column: Column) -> str:
    """Give a column's heading in the template."""
    return column_name(language, column) + (STAR if column in REQUIRED else "")


def beside_heading(language: Language, column: Beside) -> str:
    """Give the heading of a column that says where communes lie, as it is understood."""
    return texts.label(language, f"workbook-spellings-{kebab(column)}").partition(";")[0].strip()


def reason_heading(language: Language, of: str) -> str:
    """Give the heading of the reasons beside a column."""
    return texts.label(language, "workbook-reason-heading", heading=of.removesuffix(STAR))


@cache
def headings(language: Language) -> Headings:
    """Give the headings that are understood, in either language and several spellings, named in one language.

    The reasons in a workbook of rejected rows are passed over when it is sent again.
    """
    known = {search_key(text): column for column in Column for text in _spellings(column)}
    reasons = {search_key(reason_heading(one, text)) for one in Language for text in _all_spellings()}
    return Headings(
        known=known,
        names={column: column_name(language, column) for column in Column},
        passed_over=frozenset(reasons),
        beside={search_key(text): one for one in Beside for text in _other_spellings(one)},
        own_sheets=frozenset(
            search_key(texts.label(one, f"workbook-sheet-{name}")) for one in Language for name in OWN
        ),
    )


def _spellings(column: Column) -> list[str]:
    names = [column_name(language, column) for language in Language]
    return [*names, *_other_spellings(column)]


def _other_spellings(column: Column | Beside) -> list[str]:
    both = (texts.label(language, f"workbook-spellings-{kebab(column)}") for language in Language)
    return [text.strip() for more in both for text in more.split(";")]


def _all_spellings() -> list[str]:
    return [text for column in Column for text in _spellings(column)]


def example_name(language: Language, place: str) -> str:
    """Give the name of an example business of the template."""
    return texts.label(language, f"workbook-example-{place}")


async def vocabulary(session: AsyncSession, office: Office) -> Vocabulary:
    """Gather what cells are understood by: capabilities by either name, communes of the office's province."""
    return Vocabulary(
        province_code=office.province_code,
        capabilities={id_of(one): (one.name_vi, one.name_en) for one in await capabilities.catalogue(session)},
        examples=frozenset(search_key(example_name(language, place)) for language in Language for place in EXAMPLES),
    )
