"""The person who reads a message: language, local time, and the way numbers and moments are written."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from babel.numbers import format_decimal, format_percent
from markupsafe import Markup

from handlers.frame import texts
from handlers.frame.views.home import Home, home_words
from handlers.frame.views.moments import length_of_time, weekday
from handlers.frame.views.own_words import in_language
from models.people import Language

# So near an instant that its year need not be said.
YEAR_IS_CLEAR = timedelta(days=183)


@dataclass(frozen=True)
class Reader:
    """Whom a view writes for."""

    language: Language
    time_zone: ZoneInfo
    home: Home | None = None

    def say(self, key: str, /, **values: texts.Value) -> Markup:
        """Make a text of a message; what the office is called is known to every text."""
        return texts.say(self.language, key, **{**self._known(), **values})

    def label(self, key: str, /, **values: texts.Value) -> str:
        """Make a text without HTML; what the office is called is known to every text."""
        return texts.label(self.language, key, **{**self._known(), **values})

    def _known(self) -> Mapping[str, texts.Value]:
        return home_words(self.home, self.language) if self.home else {}

    def known_as(self, name: str | None) -> str:
        """Write a person's name: an empty one belongs to a person who withdrew consent, None to nobody."""
        if name is None:
            return "—"
        return name or self.label("person-erased")

    def moment(self, at: datetime) -> str:
        """Write an instant as `HH:MM, dd/mm/yyyy`, local time."""
        return at.astimezone(self.time_zone).strftime("%H:%M, %d/%m/%Y")

    def full_moment(self, at: datetime) -> str:
        """Write an instant as `HH:MM, thứ hai dd/mm/yyyy`, local time: what was typed in words is seen to be right."""
        local = at.astimezone(self.time_zone)
        return f"{local:%H:%M}, {weekday(local.date(), self.language)} {local:%d/%m/%Y}"

    def day(self, at: datetime) -> str:
        """Write the local day of an instant as `dd/mm/yyyy`."""
        return at.astimezone(self.time_zone).strftime("%d/%m/%Y")

    def short_moment(self, at: datetime, now: datetime) -> str:
        """Write an instant as `HH:MM`, with the day and month when it is not today, and with a year far off."""
        local = at.astimezone(self.time_zone)
        today = now.astimezone(self.time_zone).date()
        if local.year != today.year and abs(at - now) > YEAR_IS_CLEAR:
            return local.strftime("%H:%M %d/%m/%Y")
        return local.strftime("%H:%M" if local.date() == today else "%H:%M %d/%m")

    def duration(self, elapsed: timedelta) -> str:
        """Write a length of time in its largest unit: "45 phút", "3 giờ", "2 ngày"."""
        return length_of_time(elapsed, self.language)

    def own(self, text: str) -> str:
        """Give what is kept in the reader's language where the product made it; what a person typed stays."""
        return in_language(text, self.language, self.home)

    def is_own(self, text: str) -> bool:
        """Tell whether the product made what is kept, in whichever language; what a person changed is theirs."""
        return any(in_language(text, one, self.home) != text for one in Language)

    def handed_over(self, note: str) -> str:
        """Give a handover note with the facts below it in the reader's language."""
        return in_language(note, self.language, self.home, handed_over=True)

    def number(self, value: float) -> str:
        """Write a number: 1.234,5 in Vietnamese, 1,234.5 in English."""
        return str(format_decimal(value, locale=self.language.value))

    def share(self, part: int, whole: int) -> str:
        """Write a part of a whole in per cent, without decimals."""
        return str(format_percent(part / whole if whole else 0, locale=self.language.value))
