"""What is declared from a report: its title and its text, and what follows for the report when it is sent."""

from markupsafe import Markup

from handlers.frame.views.fitting import shorten
from handlers.frame.views.reader import Reader
from handlers.reports.views.cards import owner_name
from models.reports import Report, ReportState, ReportStep
from services.declarations.declaring import DESCRIPTION_LENGTH, TITLE_LENGTH
from services.notation.sentences import as_sentence
from services.places import communes
from services.reports.places import Named
from services.reports.reports import ReportSheet

# Of what is declared this may be what was said; whose system it is has room below.
SAID_LENGTH = DESCRIPTION_LENGTH - 300
# A title names so many places; of more it names none.
TITLE_PLACES = 3


def meanwhile(reader: Reader, decided: str, report: Report, main: Report) -> Markup:
    """Say what was decided on a report from which something is being declared, and what follows when that is sent."""
    if main.state is ReportState.INCIDENT:
        return reader.say("report-meanwhile-incident", decided=decided, code=main.code)
    if main is not report:
        return reader.say("report-meanwhile-laid", decided=decided, code=main.code)
    return reader.say("report-meanwhile", decided=decided, code=report.code)


def description(reader: Reader, sheet: ReportSheet) -> str:
    """Make the text of what is declared from a report: its words, what was added to them, and whose system it is.

    The latter if it is another's. What does not fit is left to the report.
    """
    added = [one.note for one in sheet.steps if one.step is ReportStep.ADDED and one.note]
    said = "\n".join(as_sentence(words) for words in (sheet.report.text, *added))
    name, text = owner_name(sheet), shorten(said, SAID_LENGTH)
    if not name or sheet.report.is_own:
        return text
    key = "report-declared-of-system" if sheet.system is not None else "report-declared-of"
    return "\n".join([text, reader.label(key, name=name)])


def title(reader: Reader, report: Report, named: Named) -> str:
    """Make the short title of what is declared from a report: of what it is, and where as far as that is named."""
    what = reader.label(f"report-title-{report.kind}")
    where = [communes.commune(code).name for code in named.communes] + [one.said for one in named.doubts]
    if not where or len(where) > TITLE_PLACES:
        return what
    return shorten(reader.label("report-title", what=what, place=", ".join(where)), TITLE_LENGTH)
