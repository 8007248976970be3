"""A report that is not finished: what was said so far, and the choice to go on or to begin anew."""

from dataclasses import replace

from markupsafe import Markup

from handlers.frame.views.dialogues import button
from handlers.frame.views.message import Message, Style
from handlers.frame.views.reader import Reader
from handlers.reports.views.reporting import BUSINESS, KIND, OWNER, SINCE, WHOSE
from models.drafts import Draft

RESUME, ANEW = "resume", "anew"
NUMBERS = {BUSINESS: 1, KIND: 1, SINCE: 2, WHOSE: 3, OWNER: 3, "help": 4, "words": 5}


def choose(reader: Reader, draft: Draft, step: Message) -> Message:
    """Show where an unfinished report stands, and ask whether to go on or to begin anew."""
    head = reader.say("report-unfinished", step=NUMBERS[draft.step])
    rows = (
        (
            replace(button(draft, RESUME, reader.label("report-button-resume")), style=Style.PRIMARY),
            button(draft, ANEW, reader.label("report-button-anew")),
        ),
    )
    return replace(step, text=Markup("\n\n").join([head, step.text]), rows=rows)
