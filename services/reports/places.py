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
from services.places import nearness
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

    Where the words name several, or leave open which is meant, it stays open: a coordinator reads them.
    """
    located = commune_of(files)
    if located is not None:
        return located, PlaceFrom.LOCATION
    named = named_in(text, province_code=province_code)
    if len(named.communes) == 1 and not named.doubts:
        return named.communes[0], PlaceFrom.WORDS
    if address is None or named.communes or named.doubts:
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
    named = named_in(all_words(report, steps), province_code=province_code)
    if named.communes or named.doubts or report.commune_code is None:
        return named
    return Named((report.commune_code,), by_address=report.place_from is PlaceFrom.BUSINESS)


def all_words(report: Report, steps: Sequence[ReportStepTaken]) -> str:
    """Give the words of a report with those that were added."""
    return "\n".join([report.text, *(one.note for one in steps if one.step is ReportStep.ADDED and one.note)])
