"""What coordinators make of a report: an incident, a part of one, advice, a question, or nothing."""

from markupsafe import Markup
from telegram import Update

from handlers.declarations import dialogue as declarations
from handlers.declarations.forms import DeclarationForm
from handlers.frame.access import COORDINATORS, allow
from handlers.frame.context import Context, tapped_data
from handlers.frame.taps import TapUnreadable
from handlers.frame.views import refusals
from handlers.reports import words
from handlers.reports.cards import show_watch
from handlers.reports.taps import ReportIncidentsTap, ReportJoinTap, ReportLayTap, ReportOrderTap
from handlers.reports.views import declared as declared_views
from handlers.reports.views import joining
from models.attachments import AttachmentKind
from models.drafts import Draft
from models.identity import id_of
from models.incidents import IncidentKind
from models.reports import REPORT_SUBJECT, Report, ReportStep
from services.declarations.declaring import Declaration
from services.declarations.lines import LinePart
from services.ground import attachments
from services.incidents.audience import Wanted
from services.reports import alike, declared, places, reports
from services.reports import triage as rules
from services.reports.places import Named
from services.reports.reports import label_of

# What leads back from a decision.
UNDOING = {ReportStep.TAKEN_UP: rules.take_up, ReportStep.PARTED: rules.part}


@allow(COORDINATORS)
async def on_order(update: Update, context: Context) -> None:
    """Take what a coordinator decides; whatever it is, the report was looked at."""
    tap = ReportOrderTap.unpack(tapped_data(update))
    if tap.step in UNDOING:
        undone = await UNDOING[tap.step](context.session, report_id=tap.report_id, by=context.person, now=context.now)
        await show_watch(update, context, undone)
        return
    report = await rules.undecided(context.session, report_id=tap.report_id)
    match tap.step:
        case ReportStep.SEEN:
            await rules.look(context.session, report=report, by=context.person, now=context.now)
            await show_watch(update, context, report)
        case ReportStep.DECLARED:
            await _declare(context, report)
        case ReportStep.JOINED:
            await _choose_incident(context, report, 0)
        case step if step in rules.IN_WORDS:
            await rules.look(context.session, report=report, by=context.person, now=context.now)
            await words.begin(context, report, step)
        case _:
            raise TapUnreadable


async def _declare(context: Context, report: Report) -> None:
    """Begin a declaration with what the report says; when it is sent, the two are linked."""
    await rules.look(context.session, report=report, by=context.person, now=context.now)
    draft = await declarations.begin_filled(context, await _declaration(context, report))
    await declared.begin(context.session, report=report, draft=draft, now=context.now)
    if report.is_confidential:
        context.notice(context.reader.label("report-confidential-warning"), urgent=True)


async def meanwhile(context: Context, draft: Draft) -> Markup | None:
    """Say what a colleague decided on the report from which a declaration was begun, and what follows if it is sent.

    Raises ReportDeclared where a colleague has declared it: nothing more is to be sent.
    """
    report = await declared.source(context.session, draft=draft)
    if report is None or DeclarationForm.of(draft).form.kind is IncidentKind.DRILL:
        return None
    await declared.check_undeclared(context.session, report=report)
    settled = await rules.decision(context.session, report=report)
    if settled is None:
        return None
    main = await declared.main_of(context.session, report=report)
    return declared_views.meanwhile(context.reader, refusals.plain(settled, context.reader), report, main)


async def _declaration(context: Context, report: Report) -> DeclarationForm:
    """Fill in what a report says: what and where make the title, its words what happened.

    Where it is can be taken back or asked about like what is read from a line.
    """
    files = await attachments.of(context.session, subject=REPORT_SUBJECT, subject_id=id_of(report))
    sheet = await reports.sheet(context.session, report=report)
    province_code = context.office.province_code
    named = places.to_declare(report, sheet.steps, province_code=province_code)
    # Like those of templates its words go to everyone.
    office = context.office.reader(context.office.language)
    form = Declaration(
        kind=IncidentKind.INCIDENT,
        type=alike.TYPES[report.kind],
        title=declared_views.title(office, report, named),
        description=declared_views.description(office, sheet),
        began_at=report.began_at,
        wanted=Wanted(commune_codes=named.communes),
        tlp=label_of(report),
        attachments=tuple(one for one in files if one.kind is not AttachmentKind.LOCATION)[: attachments.MOST_FILES],
    )
    return DeclarationForm(
        form,
        proposed=(LinePart.PLACE,) if named.communes else (),
        doubts=named.doubts,
        placeless=declared_views.title(office, report, Named()),
        by_address=named.by_address,
        elsewhere=places.outside(places.all_words(report, sheet.steps), province_code=province_code),
        source_tlp=label_of(report),
    )


async def _choose_incident(context: Context, report: Report, number: int) -> None:
    found = await rules.open_incidents(context.session)
    if not found:
        raise rules.NoIncidentToJoin
    context.show(joining.choose_incident(context.reader, report, found, number=number))


@allow(COORDINATORS)
async def on_incidents(update: Update, context: Context) -> None:
    """Show another page of the incidents to which a report can be added."""
    tap = ReportIncidentsTap.unpack(tapped_data(update))
    report = await rules.undecided(context.session, report_id=tap.report_id)
    await _choose_incident(context, report, tap.page)


@allow(COORDINATORS)
async def on_join(update: Update, context: Context) -> None:
    """Add a report to an incident under way."""
    tap = ReportJoinTap.unpack(tapped_data(update))
    report = await rules.join(
        context.session, report_id=tap.report_id, incident_id=tap.incident_id, by=context.person, now=context.now
    )
    context.notice(context.reader.label("report-joined", code=report.code))
    await show_watch(update, context, report)


@allow(COORDINATORS)
async def on_lay(update: Update, context: Context) -> None:
    """Lay a report to another one."""
    tap = ReportLayTap.unpack(tapped_data(update))
    report = await rules.lay(
        context.session, report_id=tap.report_id, to_id=tap.to_id, by=context.person, now=context.now
    )
    context.notice(context.reader.label("report-was-laid", code=report.code))
    await show_watch(update, context, report)
