"""Which parts and fields each official document has, and which of the fields must be filled.

The fields of Mẫu 03 and Mẫu 04 are those of Thông tư 20/2017/TT-BTTTT; the cause, which newer rules ask for, may
stand in Mẫu 04 too. The other documents have no form in law.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from models.papers import PaperForm


class PaperTable(StrEnum):
    """What a document shows as a table, filled from the records alone.

    Of answers there may be hundreds: the text has how many there were of each, and an appendix has the table.
    """

    TIME_LINE = "time_line"
    ANSWERS = "answers"
    TASKS = "tasks"
    CALLS = "calls"


class PaperContent(StrEnum):
    """What a field holds: words, a telephone number, an e-mail address, or a time.

    Of times there are a day that is over, a moment that is, one to come, and one of either kind. `TELLING` are words
    that have to say something: "none" is no way in which anything was found.
    """

    WORDS = "words"
    TELLING = "telling"
    PHONE = "phone"
    EMAIL = "email"
    PAST_DAY = "past_day"
    PAST = "past"
    AHEAD = "ahead"
    MOMENT = "moment"


@dataclass(frozen=True)
class PaperField:
    """A field by its word; a form is not complete while one that is `required` is empty."""

    word: str
    required: bool = False
    holds: PaperContent = PaperContent.WORDS


@dataclass(frozen=True)
class PaperPart:
    """A numbered part of a document: fields, and a table below them."""

    word: str
    fields: tuple[PaperField, ...] = ()
    table: PaperTable | None = None


@dataclass(frozen=True)
class PaperShape:
    """A document: its parts, and whether it is a letter, which names no type above and what it is about on the left."""

    parts: tuple[PaperPart, ...]
    is_letter: bool = False

    @property
    def fields(self) -> tuple[PaperField, ...]:
        """Give all fields, in the order in which they stand."""
        return tuple(one for part in self.parts for one in part.fields)

    def field(self, word: str) -> PaperField | None:
        """Find a field by its word."""
        return next((one for one in self.fields if one.word == word), None)


def _must(word: str, holds: PaperContent = PaperContent.WORDS) -> PaperField:
    return PaperField(word, required=True, holds=holds)


REPORTER = PaperPart(
    "reporter",
    (
        _must("reporter-name"),
        _must("reporter-address"),
        _must("reporter-phone", PaperContent.PHONE),
        _must("reporter-email", PaperContent.EMAIL),
    ),
)
CONTACT_PHONE = _must("contact-phone", PaperContent.PHONE)
CONTACT = PaperPart(
    "contact",
    (
        _must("contact-name"),
        PaperField("contact-title"),
        CONTACT_PHONE,
        _must("contact-email", PaperContent.EMAIL),
    ),
)
SYSTEM = PaperPart(
    "system",
    (
        _must("operator"),
        PaperField("owner"),
        PaperField("system-name"),
        PaperField("system-level"),
        PaperField("system-addresses"),
        PaperField("security-provider"),
        PaperField("connectivity-provider"),
    ),
)

SHAPES: Mapping[PaperForm, PaperShape] = {
    PaperForm.INITIAL: PaperShape(
        (
            REPORTER,
            CONTACT,
            SYSTEM,
            PaperPart(
                "happened",
                (
                    _must("description"),
                    _must("detected-at", PaperContent.PAST),
                    _must("handled"),
                    _must("how-detected", PaperContent.TELLING),
                    _must("notified"),
                ),
            ),
            PaperPart(
                "technical",
                (
                    PaperField("operating-system"),
                    PaperField("system-services"),
                    PaperField("safeguards"),
                    PaperField("public-addresses"),
                    PaperField("domains"),
                    PaperField("purpose"),
                ),
            ),
            PaperPart(
                "wishes",
                (
                    PaperField("attached"),
                    PaperField("confidential"),
                    PaperField("requests"),
                    _must("reported-at", PaperContent.MOMENT),
                ),
            ),
        )
    ),
    PaperForm.FINAL: PaperShape(
        (
            PaperPart("initial", (_must("initial-number"), _must("initial-day", PaperContent.PAST_DAY))),
            REPORTER,
            SYSTEM,
            PaperPart(
                "happened",
                (
                    _must("description"),
                    _must("detected-at", PaperContent.PAST),
                    _must("how-detected", PaperContent.TELLING),
                ),
            ),
            PaperPart("result", (_must("result"), PaperField("cause"), _must("lessons"), PaperField("attached"))),
        )
    ),
    PaperForm.REQUEST: PaperShape(
        (
            PaperPart("reason", (_must("description"), PaperField("system-name"), PaperField("system-level"))),
            PaperPart(
                "request",
                (_must("coordination-request"), _must("coordination-until", PaperContent.AHEAD), CONTACT_PHONE),
            ),
        ),
        is_letter=True,
    ),
    PaperForm.INCIDENT: PaperShape(
        (
            PaperPart(
                "overview",
                (
                    _must("description"),
                    _must("detected-at", PaperContent.PAST),
                    _must("how-detected", PaperContent.TELLING),
                ),
            ),
            PaperPart("course", table=PaperTable.TIME_LINE),
            PaperPart("help", table=PaperTable.ANSWERS),
            PaperPart("work", table=PaperTable.TASKS),
            PaperPart("result", (_must("result"), PaperField("cause"), PaperField("lessons"), PaperField("requests"))),
        )
    ),
    PaperForm.MINUTES: PaperShape(
        (
            PaperPart(
                "meeting", (_must("meeting-at", PaperContent.MOMENT), _must("meeting-place"), _must("meeting-chair"))
            ),
            PaperPart("present", table=PaperTable.CALLS),
            PaperPart("spoken", (_must("meeting-words"), _must("meeting-conclusion"))),
        )
    ),
}
