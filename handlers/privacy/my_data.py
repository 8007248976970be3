"""My data (`/dulieu`): what is stored about a person, as a page and as a file, and their withdrawal."""

from telegram import Update

from handlers.frame.access import EVERYONE, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable, number_of
from handlers.privacy.file import personal_file
from handlers.privacy.taps import PrivacyTap
from handlers.privacy.views import my_data as views
from models.attachments import AttachmentKind
from models.people import Purpose
from services.people import accounts
from services.privacy import held as privacy
from services.privacy import withdrawal
from services.wings import WINGS

FILE_NAME = "san-sang-{day}.xlsx"


@allow(EVERYONE)
async def on_data(update: Update, context: Context) -> None:
    """Tell in short what is stored about the person (`/dulieu`)."""
    held = await privacy.held(context.session, person=context.person)
    context.show(views.summary(context.reader, held))


@allow(EVERYONE)
async def on_tap(update: Update, context: Context) -> None:
    """Take a button of the person's own data."""
    tap = PrivacyTap.unpack(tapped_data(update))
    match tap.verb:
        case views.SHOW:
            await on_data(update, context)
        case views.FILE:
            await _send_file(context)
        case views.LOOKS:
            found = await privacy.looks(context.session, person=context.person, number=number_of(tap.value))
            context.show(views.looks(context.reader, found))
        case views.TERMS:
            await _show_terms(context, tap.value)
        case views.WHOLE:
            await _show_whole(context, tap.value)
        case views.AGREE:
            await _agree(update, context, tap.value)
        case views.LISTING:
            await _choose_listing(update, context, tap.value)
        case views.WITHDRAW:
            await _ask(context)
        case views.CONFIRM:
            await _withdraw(update, context, tap.value)
        case _:
            raise TapUnreadable


async def _send_file(context: Context) -> None:
    """Send everything that is stored about the person, on record like any other look at personal data."""
    content = await personal_file(context)
    privacy.record_file(context.session, person=context.person, now=context.now)
    day = context.now.astimezone(context.office.time_zone).strftime("%Y%m%d")
    context.send_new_file(
        AttachmentKind.DOCUMENT,
        FILE_NAME.format(day=day),
        content,
        views.file_caption(context.reader, now=context.now),
    )


async def _show_terms(context: Context, ticked: str) -> None:
    """Ask for the consent to the text in force where it is missing, with the box as it was tapped; else show it."""
    if await privacy.should_renew(context.session, person=context.person):
        listed = ticked == views.TICKED
        context.show(views.renewed_terms(context.reader, department=context.office.department, listed=listed))
        return
    await _show_whole(context, "1")


async def _show_whole(context: Context, page: str) -> None:
    if page not in ("1", "2"):
        raise TapUnreadable
    given = await accounts.valid_consent(context.session, person=context.person, purpose=Purpose.MEMBERSHIP)
    context.show(views.terms(context.reader, office=context.office, given=given is not None, page=int(page)))


async def _agree(update: Update, context: Context, value: str) -> None:
    """Keep the consent of a representative, if the text that they read is the one in force."""
    version, _, ticked = value.rpartition("/")
    if version != accounts.CONSENT_VERSION or not await privacy.should_renew(context.session, person=context.person):
        raise TapUnreadable
    await accounts.consent(context.session, person=context.person, purpose=Purpose.MEMBERSHIP, now=context.now)
    await privacy.choose_listing(context.session, person=context.person, listed=ticked == views.TICKED, now=context.now)
    context.notice(views.agreed(context.reader))
    await context.turn.entries["menu"](update, context)


async def _choose_listing(update: Update, context: Context, ticked: str) -> None:
    """Have the person found in the roster by other businesses, or no longer."""
    if ticked not in (views.TICKED, views.EMPTY):
        raise TapUnreadable
    listed = ticked == views.TICKED
    await privacy.choose_listing(context.session, person=context.person, listed=listed, now=context.now)
    context.notice(views.listing_changed(context.reader, listed=listed))
    await on_data(update, context)


async def _ask(context: Context) -> None:
    """Tell what a withdrawal does, before it is confirmed."""
    withdrawal.check(context.person)
    held = await privacy.held(context.session, person=context.person)
    losses = await withdrawal.losses(context.session, person=context.person)
    context.show(views.withdrawal(context.reader, held, losses, stamp=withdrawal.stamp(losses)))


async def _withdraw(update: Update, context: Context, stamp: str) -> None:
    """Erase the person and take leave; a person who has just gone and taps once more leaves no trace."""
    reader = context.reader
    if context.turn.is_newcomer:
        await withdrawal.forget_passer_by(context.session, person=context.person)
        context.notice(views.gone_already(reader), urgent=True)
        return
    losses = await withdrawal.losses(context.session, person=context.person)
    if stamp != withdrawal.stamp(losses):
        context.notice(views.changed(reader), urgent=True)
        await _ask(context)
        return
    await withdrawal.withdraw(context.session, person=context.person, wings=WINGS, now=context.now)
    context.show(views.goodbye(reader, now=context.now))
    context.forget_menu()
