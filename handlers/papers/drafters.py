"""Who drafts the documents of the office, as its settings say."""

from datetime import datetime

from handlers.frame.office import Office
from handlers.papers.views.values import Drafter
from models.people import Language
from services.places import communes


def drafter(office: Office, now: datetime) -> Drafter:
    """Tell who drafts."""
    reader = office.reader(Language.VIETNAMESE)
    above = office.superior or reader.label("paper-above")
    place = communes.province(office.province_code).bare_name
    return Drafter(office.department, above, office.address, place, now, office.unit)
