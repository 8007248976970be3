"""Renders what is due to be sent or edited: late, in each recipient's language, and not at all when it is stale."""

from dataclasses import replace

from sqlmodel import col, select

from handlers.frame.compose import Occasion
from handlers.frame.views import drill_word
from handlers.frame.views.message import Message
from handlers.frame.views.reader import Reader
from handlers.front.face import ALL_FACES
from models.incidents import Incident, IncidentKind
from models.reports import REPORT_SUBJECT, Report
from models.scripts import RUN_STEP_SUBJECT, SCRIPT_RUN_SUBJECT, RunStep, ScriptRun
from models.tlp import Tlp
from services.incidents.cards import incident_of
from services.incidents.sharing import labels
from services.outbox.deliveries import Claimed
from services.reports.labels import label_of


async def compose(occasion: Occasion, claimed: Claimed) -> Message | None:
    """Make the message of a claimed delivery; None where it has gone stale.

    Whichever wing makes it, a message of a drill says so in its first line.
    """
    reader = occasion.office.reader(claimed.language)
    message = await ALL_FACES.composers[claimed.kind](occasion, claimed, reader)
    if message is None:
        return None
    shown = await _marked(occasion, claimed, reader, message)
    return replace(shown, protected=True) if await _is_narrow(occasion, claimed) else shown


async def _is_narrow(occasion: Occasion, claimed: Claimed) -> bool:
    """Tell whether a message is about what is for an organisation at most; looked up once for a batch."""
    incident_id, report_id = incident_of(claimed), _report_of(claimed)
    if incident_id is None and report_id is None:
        return False
    label = await occasion.once(
        claimed, lambda: _label(occasion, incident_id, report_id), about=("label", incident_id, report_id)
    )
    return labels.is_narrow(label)


async def _marked(occasion: Occasion, claimed: Claimed, reader: Reader, message: Message) -> Message:
    shown = drill_word.marked(reader, message)
    about = ("drill", claimed.subject, claimed.subject_id, incident_of(claimed))
    drill = await occasion.once(claimed, lambda: _drill_of(occasion, claimed), about=about)
    if drill is None or drill_word.says_so(reader, shown):
        return shown
    return drill_word.with_line(reader, shown, code=drill)


async def _drill_of(occasion: Occasion, claimed: Claimed) -> str | None:
    """Find the quick drill (code) that a message is of, or that a playbook runs on which it tells of."""
    incident_id = incident_of(claimed)
    query = select(Incident.code).where(Incident.kind == IncidentKind.DRILL)
    if incident_id is not None:
        query = query.where(Incident.id == incident_id)
    elif claimed.subject in (SCRIPT_RUN_SUBJECT, RUN_STEP_SUBJECT):
        run = col(ScriptRun.id) == claimed.subject_id
        if claimed.subject == RUN_STEP_SUBJECT:
            run = col(ScriptRun.id).in_(select(RunStep.run_id).where(RunStep.id == claimed.subject_id))
        query = query.join(ScriptRun, col(ScriptRun.incident_id) == col(Incident.id)).where(run)
    else:
        return None
    return (await occasion.session.exec(query)).first()


def _report_of(claimed: Claimed) -> int | None:
    return claimed.subject_id if claimed.subject == REPORT_SUBJECT else None


async def _label(occasion: Occasion, incident_id: int | None, report_id: int | None) -> Tlp | None:
    """Give the label of a report, or else that of an incident."""
    report = await occasion.session.get(Report, report_id) if report_id is not None else None
    label = label_of(report) if report is not None else None
    if label is None and incident_id is not None:
        return await labels.of(occasion.session, incident_id=incident_id)
    return label
