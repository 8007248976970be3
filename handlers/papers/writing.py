"""The file of a document, written beside everything else and sent to whoever asked for it."""

from handlers.frame.charts import drawing
from handlers.frame.desk import Desk
from handlers.frame.words import SendNewFile
from handlers.frame.work import Fetch, Words
from handlers.papers.drafters import drafter
from handlers.papers.views import pages
from handlers.papers.views.values import PaperOrder, missing, values
from models.attachments import AttachmentKind
from models.jobs import Job
from models.papers import PaperForm
from models.people import Language
from services.incidents import lifecycle as incidents
from services.incidents.sharing import labels
from services.papers import facts


async def write(desk: Desk, job: Job, _fetch: Fetch) -> Words:
    """Write a document of an incident; what it says is in Vietnamese, what is said of it in the reader's language."""
    form = PaperForm(job.asked["form"])
    async with desk.database.reading() as session:
        incident = await incidents.by_id(session, incident_id=job.asked["incident"])
        known = await facts.of(session, incident=incident)
        records = await facts.records(session, incident=incident)
    reader = desk.office.reader(Language.VIETNAMESE)
    order = PaperOrder(form, known, records, drafter(desk.office, desk.now()), reader)
    content = await drawing.beside(_written, order)
    lacking = len(missing(values(reader, order.drafter, known, form)))
    yield SendNewFile(
        AttachmentKind.DOCUMENT,
        f"{incident.code}-{reader.label(f'paper-file-{form}')}.docx",
        content,
        pages.caption(desk.reader, incident, form, lacking),
        protected=labels.is_kept_in_chat(incident.tlp),
    )


def _written(order: PaperOrder) -> bytes:
    """Write a document; what Word files are made with is imported by the first one alone."""
    from handlers.papers.views import documents

    return documents.written(order)
