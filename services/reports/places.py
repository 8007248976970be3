"""Where it is what is reported: at a place that was sent, where the words say, else where the business has its seat.

What is written goes before the address: whoever reports often sees what happens elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from models.attachments import AttachmentKind
from models.reports import PlaceFrom, Report, ReportStep
from services.declarations import lines
from services.declarations.lines import Doubt
from services.ground.attachments import Attachment
from services.places import communes, elsewhere, nearness, reading
from services.places.elsewhere import Elsewhere
from services.reports.reports import ReportStepTaken

# From what nobody who reports has said it.
BY_NO_WORD = (None, PlaceFrom.BUSINESS)


@dataclass(frozen=True)
class Named:
    """The communes (codes) that words name, and the names of which they leave open which commune is meant.

    `by_address` says that no word names one, and that it is where the business has its seat.
    """

    communes: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    by_address: bool = False


@dataclass(frozen=True)
class Unplaced:
    """What words say of where it is, beside the commune of the report.

    They name several `communes`, what is `unclear`, such as an old district, and places `beyond` the province.
    """

    communes: tuple[str, ...] = ()
    unclear: tuple[str, ...] = ()
    beyond: tuple[str, ...] = ()


def unplaced(report: Report, steps: Sequence[ReportStepTaken], *, province_code: str) -> Unplaced:
    """Give what the words of a report say of where it is, beside its commune; nothing where a place was sent."""
    if report.place_from is PlaceFrom.LOCATION:
        return Unplaced()
    words = all_words(report, steps)
    beyond = tuple(one.said for one in outside(words, province_code=province_code))
    if report.commune_code is not None and report.place_from is PlaceFrom.WORDS:
        return Unplaced(beyond=beyond)
    named = named_in(words, province_code=province_code)
    return Unplaced(
        tuple(communes.commune(code).name for code in named.communes), tuple(one.said for one in named.doubts), beyond
    )


def outside(text: str, *, province_code: str) -> tuple[Elsewhere, ...]:
    """Give the places outside of a province that words name."""
    return elsewhere.places_elsewhere(
        text, reading.read(text, province_code=province_code), province_code=province_code
    )


def named_in(text: str, *, province_code: str) -> Named:
    """Read the places that words name; a name that can be one commune alone is that one, which a coordinator is shown.

    Raises ProvinceUnknown.
    """
    certain, doubts = lines.places_in(text, province_code=province_code)
    single = tuple(one.codes[0] for one in doubts if len(one.codes) == 1)
    return Named(
        tuple(dict.fromkeys((*certain, *single))), tuple(one for one in doubts if not set(one.codes) <= set(single))
    )


def found(
    text: str, files: Sequence[Attachment], *, address: str | None, province_code: str
) -> tuple[str | None, PlaceFrom | None]:
    """Tell the commune (code), and from what; `address` is that of the business whose own system it is.

    Where the words name several, leave open which is meant, or name one outside of the province, it stays open: a
    coordinator reads them.
    """
    located = commune_of(files)
    if located is not None:
        return located, PlaceFrom.LOCATION
    named = named_in(text, province_code=province_code)
    if len(named.communes) == 1 and not named.doubts:
        return named.communes[0], PlaceFrom.WORDS
    if address is None or named.communes or named.doubts or outside(text, province_code=province_code):
        return None, None
    return address, PlaceFrom.BUSINESS


def commune_of(files: Sequence[Attachment]) -> str | None:
    """Give the commune (code) of the last place among files; None where there is none in the country."""
    places = [one.place for one in files if one.kind is AttachmentKind.LOCATION]
    return nearness.nearest(*places[-1]) if places else None


def to_declare(report: Report, steps: Sequence[ReportStepTaken], *, province_code: str) -> Named:
    """Give the places of what is declared from a report: all that its words name, with those that were added."""
    if report.place_from is PlaceFrom.LOCATION and report.commune_code is not None:
        return Named((report.commune_code,))
    words = all_words(report, steps)
    named = named_in(words, province_code=province_code)
    if named.communes or named.doubts or report.commune_code is None:
        return named
    if report.place_from is PlaceFrom.BUSINESS and outside(words, province_code=province_code):
        return Named()
    return Named((report.commune_code,), by_address=report.place_from is PlaceFrom.BUSINESS)


def all_words(report: Report, steps: Sequence[ReportStepTaken]) -> str:
    """Give the words of a report with those that were added."""
    return "\n".join([report.text, *(one.note for one in steps if one.step is ReportStep.ADDED and one.note)])
