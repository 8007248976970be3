"""The choice of digests, and what is said when one is made."""

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from markupsafe import Markup

from handlers.figures.taps import DigestTap, FiguresPart, FiguresTap
from handlers.frame.taps import MenuTap
from handlers.frame.views.message import Button, Message
from handlers.frame.views.reader import Reader
from models.audit import AuditSeal
from models.figures import DigestRhythm
from services.figures import periods
from services.figures.periods import PeriodKind
from services.ground import audit


def choice(reader: Reader, wished: Collection[DigestRhythm], today: date) -> Message:
    """Offer each digest, with whether one gets it."""
    buttons = [_button(reader, rhythm, wants=rhythm not in wished) for rhythm in DigestRhythm]
    month = periods.of_day(PeriodKind.MONTH, today)
    foot = (
        Button(reader.label("figures-button-figures"), FiguresTap(FiguresPart.OVERVIEW, month.key).pack()),
        Button(reader.label("button-menu"), MenuTap("menu").pack()),
    )
    return Message(reader.say("digest-choice"), rows=(*((one,) for one in buttons), foot))


def _button(reader: Reader, rhythm: DigestRhythm, *, wants: bool) -> Button:
    look = f"{rhythm}-on" if wants else f"{rhythm}-off"
    return Button(reader.label(f"digest-button-{look}"), DigestTap(rhythm, int(wants)).pack())


def with_seal(reader: Reader, page: Message, seal: AuditSeal) -> Message:
    """Put the newest seal over the record below a digest: so it is kept by people, outside of the database."""
    said = reader.say("digest-seal", hash=seal.digest[: audit.SHORT_HASH], at=reader.moment(seal.sealed_at))
    return replace(page, text=Markup("\n\n").join([page.text, said]))


def kept(reader: Reader, rhythm: DigestRhythm, *, wants: bool) -> str:
    """Say that a wish is kept."""
    return reader.label(f"digest-kept-{'on' if wants else 'off'}", name=reader.label(f"digest-name-{rhythm}"))
