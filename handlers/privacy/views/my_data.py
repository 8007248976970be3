"""What a person sees of their own data: what is stored, who looked, and what a withdrawal does before it is done."""

from collections.abc import Sequence
from datetime import datetime

from markupsafe import Markup

from handlers.applications.views import consent
from handlers.frame.office import Office
from handlers.frame.taps import MenuTap
from handlers.frame.views.fitting import first_that_fits, shorten
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.pages import Page, turning
from handlers.frame.views.reader import Reader
from handlers.privacy.taps import PrivacyTap
from handlers.staff.views import role_name
from models.members import RepresentativeStatus
from services.ground import audit
from services.notation.phones import show_phone
from services.people import accounts
from services.privacy.held import Held, Look, Looks, Spoke
from services.privacy.withdrawal import Ending, Loss

# How many businesses a page names, as many as fit on a phone; the file holds all.
NAMED = (5, 3, 2, 1)
SCREEN = 1500
CODES = 3
LONGEST_NAME = 60
SHOW, FILE, LOOKS, TERMS, WHOLE = "show", "file", "looks", "terms", "whole"
WITHDRAW, CONFIRM, AGREE, LISTING = "withdraw", "confirm", "agree", "listing"
# What stands in a button for a ticked box, and for an empty one.
TICKED, EMPTY = "1", "0"
FOLLOWS = {
    Ending.NOBODY: "privacy-follows-nobody",
    Ending.SUCCESSOR: "privacy-follows-successor",
    Ending.OTHERS: "privacy-follows-others",
}
WITHDRAWING = ("privacy-withdraw-title", "privacy-button-confirm-withdraw")
ERASING = ("privacy-erase-title", "privacy-button-confirm-erase")
Rows = tuple[tuple[Button, ...], ...]


def _button(reader: Reader, key: str, verb: str, value: str = "", *, style: Style | None = None) -> Button:
    return Button(reader.label(key), PrivacyTap(verb, value).pack(), style)


def _back(reader: Reader, key: str = "privacy-button-back") -> tuple[Button, ...]:
    return (_button(reader, key, SHOW),)


def summary(reader: Reader, held: Held) -> Message:
    """Tell in short what is stored, and what the person can do about it."""
    text = first_that_fits((_summary(reader, held, named) for named in NAMED), longest=SCREEN)
    return Message(text, rows=_ways(reader, held))


def _summary(reader: Reader, held: Held, named: int) -> Markup:
    parts = [
        reader.say("privacy-title"),
        Markup("\n").join(_about(reader, held)),
        Markup("\n").join(_spoken(reader, held.spoken, named)),
        Markup("\n").join(_counts(reader, held)),
        reader.say("privacy-hint"),
    ]
    return Markup("\n\n").join(part for part in parts if part)


def _about(reader: Reader, held: Held) -> list[Markup]:
    person, agreed = held.person, held.consent
    lines = [
        reader.say("privacy-account", name=reader.known_as(person.name), telegram_id=str(person.telegram_id)),
    ]
    if agreed is None:
        lines.append(reader.say("privacy-consent-none"))
    else:
        current = agreed.text_version == accounts.CONSENT_VERSION
        key = "privacy-consent" if current else "privacy-consent-older"
        lines.append(reader.say(key, version=agreed.text_version, at=reader.moment(agreed.given_at)))
    if held.spoken:
        lines.append(reader.say("privacy-listed" if held.listed else "privacy-unlisted"))
    if person.staff_role is not None:
        lines.append(reader.say("privacy-role", role=role_name(reader, person.staff_role)))
    if held.erased_on is not None:
        lines.append(reader.say("privacy-roleless", at=reader.moment(held.erased_on)))
    return lines


def told_of_erasure(reader: Reader, at: datetime) -> Message:
    """Tell somebody without a role on which day they are erased, and how they stay."""
    rows = (_back(reader),)
    return Message(reader.say("privacy-erasure-foreseen", at=reader.moment(at)), rows=rows)


def _spoken(reader: Reader, spoken: Sequence[Spoke], named: int) -> list[Markup]:
    lines = [_standing(reader, one) for one in spoken[:named]]
    if len(spoken) > named:
        lines.append(reader.say("privacy-spoken-more", count=len(spoken) - named))
    return lines


def _standing(reader: Reader, one: Spoke) -> Markup:
    standing = one.standing
    waiting = standing.status is RepresentativeStatus.PENDING
    key = "privacy-spoken-waiting" if waiting else "privacy-spoken"
    return reader.say(
        key,
        member=shorten(one.member.name, LONGEST_NAME),
        contact=reader.label(f"privacy-contact-{standing.contact}"),
        name=standing.name,
        title=standing.title,
        phone=show_phone(standing.phone) if standing.phone else "—",
    )


def _counts(reader: Reader, held: Held) -> list[Markup]:
    lines = [
        reader.say(
            "privacy-counts",
            answers=held.answers,
            steps=held.task_steps,
            questions=held.questions,
            messages=held.messages,
            looks=held.looks,
        )
    ]
    if held.spoken:
        lines.append(reader.say("privacy-looked-at", count=held.looked_at))
    return lines


def _ways(reader: Reader, held: Held) -> Rows:
    leave = "privacy-button-erase" if held.consent is None else "privacy-button-withdraw"
    looks = ((_button(reader, "privacy-button-looks", LOOKS, "0"),),) if held.spoken else ()
    listing = (_listing(reader, held),) if held.spoken and held.is_current else ()
    return (
        (_button(reader, "privacy-button-file", FILE),),
        *looks,
        *listing,
        (_button(reader, "privacy-button-terms", TERMS),),
        (_button(reader, leave, WITHDRAW),),
        (Button(reader.label("button-menu"), MenuTap("menu").pack()),),
    )


def _listing(reader: Reader, held: Held) -> tuple[Button, ...]:
    if held.listed:
        return (_button(reader, "privacy-button-unlist", LISTING, EMPTY),)
    return (_button(reader, "privacy-button-list", LISTING, TICKED),)


def file_caption(reader: Reader, *, now: datetime) -> str:
    """Say what the file is."""
    return reader.label("privacy-file-caption", at=reader.moment(now))


def looks(reader: Reader, found: Looks) -> Message:
    """List who looked at the contacts of the person's businesses, the newest first."""
    if not found.items:
        return Message(reader.say("privacy-looks-none"), rows=(_back(reader),))
    lines = [reader.say("privacy-looks-title"), *(_look(reader, one) for one in found.items)]
    turns = turning(Page(found.items, found.number, found.count), lambda number: PrivacyTap(LOOKS, str(number)).pack())
    return Message(Markup("\n\n").join(lines), rows=(*turns, _back(reader)))


def _look(reader: Reader, look: Look) -> Markup:
    return reader.say(
        "privacy-look",
        at=reader.moment(look.at),
        name=shorten(reader.known_as(look.by.name), LONGEST_NAME),
        who=shorten(_who(reader, look), LONGEST_NAME),
        member=shorten(look.member.name, LONGEST_NAME),
        how=reader.label(f"look-how-{look.how}"),
    )


def _who(reader: Reader, look: Look) -> str:
    if look.by.staff_role is not None:
        return role_name(reader, look.by.staff_role)
    return ", ".join(look.spoken) or reader.label("privacy-look-stranger")


def withdrawal(reader: Reader, held: Held, losses: Sequence[Loss], *, stamp: str) -> Message:
    """Tell exactly what is deleted, what is kept and how long, and what follows; only then there is the button."""
    title, button = ERASING if held.consent is None else WITHDRAWING
    text = first_that_fits((_withdrawal(reader, held, losses, title, named) for named in NAMED), longest=SCREEN)
    confirm = _button(reader, button, CONFIRM, stamp, style=Style.DANGER)
    return Message(text, rows=(_back(reader, "privacy-button-keep"), (confirm,)))


def _withdrawal(reader: Reader, held: Held, losses: Sequence[Loss], title: str, named: int) -> Markup:
    parts = [
        reader.say(title),
        reader.say("privacy-deleted"),
        reader.say("privacy-kept", years=audit.KEPT_YEARS),
        Markup("\n").join(_following(reader, held, losses, named)),
        reader.say("privacy-beyond"),
    ]
    return Markup("\n\n").join(parts)


def _following(reader: Reader, held: Held, losses: Sequence[Loss], named: int) -> list[Markup]:
    lines = [reader.say("privacy-follows")]
    if held.person.staff_role is not None:
        lines.append(reader.say("privacy-follows-role", role=role_name(reader, held.person.staff_role)))
    # What nobody will look after comes first.
    gravest = sorted(losses, key=lambda loss: list(Ending).index(loss.ending))
    for loss in gravest[:named]:
        lines += _loss(reader, loss)
    if len(losses) > named:
        lines.append(reader.say("privacy-follows-more", count=len(losses) - named))
    return lines


def _loss(reader: Reader, loss: Loss) -> list[Markup]:
    member = shorten(loss.member.name, LONGEST_NAME)
    key = FOLLOWS[loss.ending]
    name = loss.successor.name if loss.successor is not None else ""
    lines = [reader.say(key, member=member, name=name, count=loss.others)]
    if loss.tasks:
        codes = ", ".join(task.code for task in loss.tasks[:CODES])
        lines.append(reader.say("privacy-follows-tasks", codes=codes + ("…" if len(loss.tasks) > CODES else "")))
    if loss.weeks:
        lines.append(reader.say("privacy-follows-weeks", count=loss.weeks, member=member))
    return lines


def changed(reader: Reader) -> str:
    """Say that the page is not what it was when it was read."""
    return reader.label("privacy-changed")


def goodbye(reader: Reader, *, now: datetime) -> Message:
    """Take leave, in the language that the person read."""
    return Message(reader.say("privacy-goodbye", at=reader.moment(now)), drop_keyboard=True)


def gone_already(reader: Reader) -> str:
    """Say to a person who taps once more that there is nothing left."""
    return reader.label("privacy-gone-already")


def terms(reader: Reader, *, office: Office, given: bool, page: int) -> Message:
    """Show a page of the whole text in force: as agreed to, or as it is asked for."""
    parts = [consent.terms(reader, office=office, version=accounts.CONSENT_VERSION, page=page)]
    if page == 1:
        parts.insert(0, reader.say("privacy-terms-title" if given else "privacy-terms-to-come"))
    more = ((_button(reader, "consent-button-more", WHOLE, "2"),),) if page == 1 else ()
    return Message(Markup("\n\n").join(parts), rows=(*more, _back(reader)))


def renewed_terms(reader: Reader, *, department: str, listed: bool) -> Message:
    """Ask for the consent to the text in force; the box of the roster is the person's own to tick."""
    version, ticked = accounts.CONSENT_VERSION, TICKED if listed else EMPTY
    box = PrivacyTap(TERMS, EMPTY if listed else TICKED)
    agree = _button(reader, "privacy-button-agree", AGREE, f"{version}/{ticked}")
    later = Button(reader.label("privacy-button-later"), MenuTap("menu").pack())
    return Message(
        Markup("\n\n").join(
            [reader.say("privacy-renew-title"), consent.brief(reader, department=department, version=version)]
        ),
        rows=(
            (Button(consent.listing(reader, listed=listed), box.pack()),),
            (agree, later),
            (_button(reader, "consent-button-terms", WHOLE, "1"),),
        ),
    )


def renewal(reader: Reader) -> tuple[Markup, tuple[Button, ...]]:
    """Ask, within the menu, whoever represents a business without having agreed to the text in force."""
    said = reader.say("privacy-renew-menu", version=accounts.CONSENT_VERSION)
    return said, (_button(reader, "privacy-button-renew", TERMS),)


def agreed(reader: Reader) -> str:
    """Thank for the consent."""
    return reader.label("privacy-agreed")


def listing_changed(reader: Reader, *, listed: bool) -> str:
    """Say that the person is listed in the roster from now on, or no longer."""
    return reader.label("privacy-listed-now" if listed else "privacy-unlisted-now")
