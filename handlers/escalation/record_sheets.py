"""The posts that a person held, the calls they got and the escalations they began, as their file shows them."""

from collections.abc import Mapping

from handlers.escalation.views.cards import state_name
from handlers.escalation.views.posts import post_name
from handlers.frame.record_sheets import RecordRow, RecordSheet
from handlers.frame.views.reader import Reader
from models.escalation import EscalationCall, PostHolder
from models.incidents import Incident


def _post(reader: Reader, one: PostHolder) -> RecordRow:
    return post_name(reader, one.post), one.name, one.office, one.phone, one.since, one.ended_at


def _call(reader: Reader, one: EscalationCall, incident: Incident) -> RecordRow:
    return incident.code, post_name(reader, one.post), state_name(reader, one.state), one.state_at


SHEETS: Mapping[str, RecordSheet] = {
    "posts-held": RecordSheet(221, ("role", "name", "business", "phone", "made", "finished"), _post),
    "escalation-calls": RecordSheet(222, ("code", "role", "state", "at"), _call),
    "escalations-begun": RecordSheet(
        223, ("code", "at", "finished"), lambda _, one, incident: (incident.code, one.begun_at, one.ended_at)
    ),
}
