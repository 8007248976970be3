"""A night of which every document tells: an incident with systems, tasks and very many answers, a drill, honours."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlmodel import col, select

from bot.base.settings import Settings
from handlers.figures.views import charts as chart_views
from handlers.figures.views import documents as figure_documents
from handlers.figures.views.documents import FiguresOrder
from handlers.frame.charts import bars
from handlers.frame.office import Office
from handlers.honours.views import letters
from handlers.honours.views import workbook as honours_workbook
from handlers.papers import time_line
from handlers.papers.drafters import drafter
from handlers.papers.views import documents, exercises, half_years
from handlers.papers.views.exercises import DrillOrder
from handlers.papers.views.half_years import HalfYearOrder
from handlers.papers.views.values import PaperOrder
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from models.incidents import Incident
from models.members import Member, Sector
from models.papers import PaperForm
from models.people import Language
from models.responses import Answer, Response
from models.tasks import TaskState
from models.tlp import Tlp
from services.drills import course
from services.figures import figures as counting
from services.figures.periods import by_key
from services.honours.honours import HonourSheet
from services.papers import answers, facts
from services.papers import exercises as drill_records
from services.papers import half_years as periods
from services.papers.half_years import HalfYear
from services.papers.shapes import REPORTER, SHAPES
from services.systems.entries import Party, SystemEntry
from services.timelines import events
from tests.network import HOAN_KIEM, MORNING, TIME_ZONE, Network, business
from tests.services.drills import drilling
from tests.services.tasking import assignment, give

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

MANY, WORK = 140, 5
LONG_NAME = "Công ty Trách nhiệm hữu hạn Một thành viên Dịch vụ Viễn thông và Công nghệ thông tin"
LONG_WORK = "Kéo tuyến cáp tạm từ tủ cáp phố Hàng Bài đến trụ sở Ủy ban nhân dân phường, vị trí"


def office_of_the_night() -> Office:
    """Give the office that drafts."""
    address = OFFICE_WORDS["reporter-address"]
    return Settings(_env_file=None, province="01", department_address=address, department_unit="CĐS").office


async def documents_of(network: Network) -> Mapping[str, bytes]:
    """Let it happen, and write each document, by its name."""
    office = office_of_the_night()
    reader, session, by = office.reader(Language.VIETNAMESE), network.session, network.coordinator
    incident = await network.declare()
    incident.tlp = Tlp.AMBER
    entry = SystemEntry(
        name="Cổng dịch vụ công thành phố", operator=Party("Trung tâm Chuyển đổi số"), owner=Party("UBND"), level=4
    )
    await network.touch(incident, entry)
    now = MORNING + timedelta(hours=6)
    for form in PaperForm:
        for one in SHAPES[form].fields:
            if one.word in OFFICE_WORDS:
                await answers.say(
                    session,
                    incident=incident,
                    form=form,
                    field=one.word,
                    value=OFFICE_WORDS[one.word],
                    by=by,
                    now=now,
                    time_zone=TIME_ZONE,
                )
    await many_answer(network, incident)
    known, records = await facts.of(session, incident=incident), await facts.records(session, incident=incident)
    who = drafter(office, now)
    written = {form.value: documents.written(PaperOrder(form, known, records, who, reader)) for form in PaperForm}
    figures = await periods.figures(session, period=HalfYear(2026, 2), now=now, time_zone=TIME_ZONE)
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
    month = await counting.of(session, period=by_key("m20261101"), now=now, time_zone=TIME_ZONE)
    pictures = [bars.png(one) for one in chart_views.charts(reader, month)]
    written["figures"] = figure_documents.written(FiguresOrder(month, pictures, who, reader))
    written["honours"] = letters.written(reader, who, 2026, await honours_of(network, incident))
    return written


async def many_answer(network: Network, incident: Incident) -> None:
    """Let many businesses with long names answer each in one of the ways, and one of them take on several tasks."""
    session, answers_in_turn = network.session, list(Answer)
    for number in range(MANY):
        member = await business(session, f"02{number:08}", f"{LONG_NAME} số {number + 1}", (Sector.IT,), HOAN_KIEM)
        session.add(
            Response(
                incident_id=id_of(incident),
                member_id=id_of(member),
                person_id=id_of(network.an),
                answer=answers_in_turn[number % len(answers_in_turn)],
                answered_at=MORNING + timedelta(minutes=number),
            )
        )
    for number in range(WORK):
        said = assignment(network.telecom, incident=incident, what=f"{LONG_WORK} số {number + 1}")
        given = await give(network, said, draft_key=f"1:work-{number}")
        given.state = TaskState.STARTED
    await session.flush()


async def honours_of(network: Network, incident: Incident) -> Sequence[HonourSheet]:
    """Let two businesses be honoured, one of them in every way and without an incident's label."""
    made: Sequence[tuple[Member, HonourKind, dict[str, Any]]] = (
        (network.telecom, HonourKind.EARLY, {"code": "BC-2026-0001", "minutes": 12}),
        (network.telecom, HonourKind.RECOVERY, {"count": 3, "minutes": 95}),
        (network.postal, HonourKind.RECOVERY, {"count": 0, "minutes": 0}),
    )
    return [
        HonourSheet(
            Honour(
                member_id=id_of(member),
                kind=kind,
                incident_id=incident.id,
                is_drill=False,
                happened_at=MORNING,
                state=HonourState.CONFIRMED,
                proposed_at=MORNING,
                may_be_named=True,
                **facts_of_it,
            ),
            member,
            incident,
            None,
        )
        for member, kind, facts_of_it in made
    ]


async def workbooks_of(network: Network) -> Mapping[str, bytes]:
    """Write each workbook of the night, by its name, after it has happened."""
    session, reader = network.session, office_of_the_night().reader(Language.VIETNAMESE)
    incident = (await session.exec(select(Incident).order_by(col(Incident.id)))).first()
    assert incident is not None
    return {
        "honours_list": honours_workbook.written(reader, 2026, await honours_of(network, incident)),
        "time_line": time_line.written(reader, incident, await events.of(session, incident=incident)),
    }
