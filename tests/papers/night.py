"""A night of which every document tells: an incident with systems, answers, tasks and an escalation, and a drill."""

from collections.abc import Mapping
from datetime import timedelta

from bot.base.settings import Settings
from handlers.papers.drafters import drafter
from handlers.papers.views import documents, exercises, half_years
from handlers.papers.views.exercises import DrillOrder
from handlers.papers.views.half_years import HalfYearOrder
from handlers.papers.views.values import PaperOrder
from models.identity import id_of
from models.papers import PaperForm
from models.people import Language
from models.tlp import Tlp
from services.drills import course
from services.incidents.touched import systems
from services.papers import answers, facts
from services.papers import exercises as drill_records
from services.papers import half_years as periods
from services.papers.half_years import HalfYear
from services.papers.shapes import REPORTER, SHAPES
from services.systems import register
from services.systems.entries import Party, SystemEntry
from tests.network import MORNING, TIME_ZONE, Network
from tests.services.drills import drilling

OFFICE_WORDS: Mapping[str, str] = {
    "reporter-address": "Số 185 đường Giảng Võ, phường Ô Chợ Dừa, thành phố Hà Nội",
    "reporter-phone": "024 3512 0000",
    "reporter-email": "skhcn@hanoi.gov.vn",
    "contact-title": "Trưởng phòng Chuyển đổi số",
    "contact-phone": "0912 000 111",
    "contact-email": "cds@hanoi.gov.vn",
    "notified": "Công an thành phố; Cơ quan điều phối quốc gia",
    "how-detected": "Hệ thống giám sát phát hiện lưu lượng bất thường; đơn vị vận hành xác nhận.",
    "result": "Đã khôi phục toàn bộ dịch vụ lúc 15:30.\nKhông mất dữ liệu.",
    "lessons": "Cần tuyến cáp dự phòng đi theo hướng khác.",
    "coordination-request": "Cử hai đội kỹ thuật và một máy phát tới phường Hoàn Kiếm.",
    "coordination-until": "17:00, 20/11/2026",
    "initial-number": "12/BC-SKHCN",
    "initial-day": "20/11/2026",
    "meeting-chair": "Ông Nguyễn Văn A, Phó Giám đốc Sở",
    "meeting-conclusion": "Các đơn vị thực hiện theo phân công; họp lại lúc 14:00.",
}
"""What a coordinator would type; what is not here stays empty, as on many a night."""


async def documents_of(network: Network) -> Mapping[str, bytes]:
    """Let it happen, and write each document, by its name."""
    office = Settings(_env_file=None, province="01", department_address=OFFICE_WORDS["reporter-address"]).office
    reader, session, by = office.reader(Language.VIETNAMESE), network.session, network.coordinator
    incident = await network.declare()
    incident.tlp = Tlp.AMBER
    entry = SystemEntry(
        name="Cổng dịch vụ công thành phố", operator=Party("Trung tâm Chuyển đổi số"), owner=Party("UBND"), level=4
    )
    system = await register.add(session, entry=entry, by=by, now=MORNING)
    await systems.touch(session, incident=incident, systems=[id_of(system)], by=by, now=MORNING, time_zone=TIME_ZONE)
    now = MORNING + timedelta(hours=6)
    for form in PaperForm:
        for one in SHAPES[form].fields:
            if one.word in OFFICE_WORDS:
                await answers.say(
                    session, incident=incident, form=form, field=one.word, value=OFFICE_WORDS[one.word], by=by, now=now
                )
    known, records = await facts.of(session, incident=incident), await facts.records(session, incident=incident)
    who = drafter(office, now)
    written = {form.value: documents.written(PaperOrder(form, known, records, who, reader)) for form in PaperForm}
    figures = await periods.figures(session, period=HalfYear(2026, 2), time_zone=TIME_ZONE)
    reporter = {one.word: OFFICE_WORDS.get(one.word, who.department) for one in REPORTER.fields}
    written["half_year"] = half_years.written(HalfYearOrder(figures, who, reporter, reader))
    drill = await drilling.planned(network)
    await course.begin(session, drill_id=id_of(drill), by=by, now=drilling.STARTS_AT)
    await drilling.let_pass(network, drilling.STARTS_AT)
    await drilling.answer(network, drill, 0, network.an, now=drilling.STARTS_AT + timedelta(minutes=4))
    await course.end(
        session, drill_id=id_of(drill), by=by, now=drilling.STARTS_AT + timedelta(minutes=40), time_zone=TIME_ZONE
    )
    known_of_drill = await drill_records.of_drill(session, drill=drill, now=now)
    written["exercise"] = exercises.written(DrillOrder(known_of_drill, who, reader))
    return written
