"""A town with somebody of every standing, and with something of everything that can be tapped, under way and over."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta

from sqlmodel import col, select
from sqlmodel.ext.asyncio.session import AsyncSession

from handlers.roster.pages import State
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.drafts import Dialogue, Draft
from models.escalation import Post
from models.honours import Honour, HonourKind, HonourState
from models.identity import id_of
from models.incidents import Incident, Severity
from models.invitations import InvitationKind
from models.jobs import Job, JobKind, JobState
from models.lessons import Lesson
from models.members import ContactKind, Member, Representative, RepresentativeStatus, Sector
from models.peers import PeerProposal, ProposalState
from models.people import Person, Role
from models.reports import ReportStep
from models.responses import Answer
from models.scripts import ScriptKind, StepRole, StepStart
from models.systems import ContactHours
from models.tasks import TaskStep
from models.tlp import Tlp
from services.advisories import changing, channels
from services.advisories import sending as advising
from services.advisories.sending import AdvisorySaid
from services.business import primary_contacts, suspension
from services.command import handing
from services.conversations import answering, asking
from services.conversations.asking import Spoken
from services.conversations.meaning import Concern
from services.declarations import declaring as declarations
from services.declarations import templates
from services.declarations.declaring import Declaration
from services.drills import contact_tests, course, injects, planning
from services.drills.people import DrillCircle
from services.drills.planning import DrillPlan
from services.escalation import calling, posts
from services.ground.arrivals import Arrival
from services.incidents import lifecycle as incidents
from services.incidents import responses
from services.incidents.audience import Wanted
from services.incidents.touched import duties
from services.incidents.touched import systems as touched
from services.lessons import lessons, sending
from services.lessons import writing as lesson_writing
from services.lessons.writing import LessonSaid
from services.members import entries
from services.operations import rooms, talks
from services.peers import checking, taking
from services.peers import register as peers
from services.peers.feeds import FeedEntry
from services.people import invitations
from services.privacy import withdrawal
from services.reports import reporting, triage
from services.reports.reporting import Sign
from services.reviews import opening, voices
from services.scripts import running, versions, writing
from services.scripts.writing import StepWords
from services.staff import appointments as staff
from services.systems import register
from services.systems.entries import Called, Party, SystemEntry
from services.tasks import orders as tasks
from services.tasks import steps as task_steps
from services.tasks.orders import Assignment
from services.updates import situations
from services.updates.situations import Situation
from services.wings import WINGS
from tests.enrolment import appoint, enrol
from tests.neighbour import message
from tests.scenarios.tasking import bind_group
from tests.scenes import scene
from tests.story import COORDINATOR, PROVINCE, Story

# Everybody's Telegram id, by what they are to the network.
ACTORS: Mapping[str, int] = {
    "stranger": 900,
    "applicant": 901,
    "representative": 902,
    "primary": 903,
    "outsider": 904,
    "observer": 905,
    "coordinator": 906,
    "duty officer": 907,
    "owner": COORDINATOR,
    "suspended": 908,
    "withdrawn": 909,
}
TELECOM, IT, POST = "Viễn thông Sông Hồng", "Công nghệ Hoa Sen", "Bưu chính Ba Vì"
SECRET_INCIDENT, SECRET_TASK, SECRET_PLACE, SECRET_QUESTION = "Sự cố kín", "Việc kín", "Cổng kín", "Lời kín"
SECRET_SYSTEM = "Hệ thống kín"
SECRET_REPORT = "Dấu hiệu kín"
PRIMARY_PHONE, REPRESENTATIVE_PHONE = "+84912000111", "+84912000222"
ABSENT = 999
# The chat of the operations group.
OPERATIONS = -1009003
DRAFT_KEY = "k3k3k3k3"


@dataclass(frozen=True)
class Town:
    """The numbers of what stands in the town: `ids` by the name of a button's field, what is under way first."""

    ids: Mapping[str, tuple[int, ...]]
    people: Mapping[str, int]
    group: int
    newest_link: int
    staff_link: int
    accepted_link: int


@scene
async def town(story: Story) -> Town:
    """Found the town."""
    await _settle_people(story)
    async with story.database.writing() as session:
        known = {one.telegram_id: one for one in await session.exec(select(Person))}
        who = {name: known[number] for name, number in ACTORS.items() if number in known}
        businesses = {one.name: one for one in await session.exec(select(Member))}
        await _give_phones(session, who, businesses[TELECOM])
        ids = {
            "member_id": (*(id_of(businesses[name]) for name in (TELECOM, IT, POST)), ABSENT),
            "incident_id": await _declare(session, story, who),
        }
        ids["offer_id"] = await _offer_command(session, story, who, ids)
        ids["notice_id"] = await _update(session, story, who, ids)
        ids["task_id"] = await _give_tasks(session, story, who, ids)
        ids |= await _run_scripts(session, story, who, ids)
        ids["question_id"] = await _ask(session, story, who, ids)
        ids["system_id"] = await _register_systems(session, story, who, ids["member_id"][0])
        ids |= await _escalate(session, story, who, ids["incident_id"][0])
        ids["report_id"] = await _report(session, story, who, ids)
        ids["lesson_id"] = await _lessons(session, story, who, ids["member_id"][1])
        waiting = await session.get_one(Lesson, ids["lesson_id"][1])
        ids["seen"] = (sending.mark_of(await lessons.sheet(session, lesson=waiting)), ABSENT)
        ids["review_id"] = await _review(session, story, who, ids["incident_id"][1])
        ids["honour_id"] = await _honours(session, story, ids["member_id"][1], ids["lesson_id"])
        ids |= await _advisories(session, story, who)
        ids |= await _neighbours(session, story)
        ids["to_id"] = (ids["report_id"][1], *ids["report_id"])
        ids["duty_id"] = await _touch_system(session, story, who, ids)
        ids["application_id"] = await _apply(session, story, who, businesses)
        ids["test_id"] = await _test_contacts(session, story, who)
        ids |= await _drill(session, story, who)
        ids["job_id"] = await _ask_jobs(session, story, who)
        ids["representative_id"] = await _rows(session, who)
        await suspension.suspend(
            session,
            member_id=id_of(businesses[POST]),
            reason="Hết hạn giấy phép",
            by=who["owner"],
            now=story.clock.now(),
        )
        await withdrawal.withdraw(session, person=who["withdrawn"], wings=WINGS, now=story.clock.now())
        links = await _invite(session, story, who, businesses)
        session.add(
            Draft(
                person_id=id_of(who["coordinator"]),
                key=DRAFT_KEY,
                dialogue=Dialogue.ROSTER,
                step="home",
                data=State().write(),
                updated_at=story.clock.now(),
            )
        )
        operations = await rooms.register(
            session, chat_id=OPERATIONS, title="Điều hành", by=who["owner"], now=story.clock.now()
        )
        # What Telegram says of it is not asked for here: topics stay out of the town.
        operations.check_due_at = None
        talk = await talks.begin(session, group=operations, among=(), by=who["coordinator"], now=story.clock.now())
        ids["talk_id"] = (id_of(talk), ABSENT)
        await entries.refresh(session, member_ids=[id_of(one) for one in businesses.values()])
    group = await bind_group(story, TELECOM, ACTORS["primary"], ACTORS["representative"])
    await story.settle()
    return Town(
        ids=ids | {"person_id": (id_of(who["representative"]), id_of(who["outsider"]), ABSENT)},
        people={name: id_of(person) for name, person in who.items()},
        group=group,
        newest_link=links[0],
        staff_link=links[1],
        accepted_link=links[2],
    )


async def _settle_people(story: Story) -> None:
    await enrol(story, ACTORS["primary"], "Trần Thị Hoa", TELECOM, capabilities={1: 5})
    await enrol(story, ACTORS["representative"], "Lê Minh Tâm", TELECOM, contact=ContactKind.BACKUP)
    await enrol(story, ACTORS["outsider"], "Phạm Quế Chi", IT, sectors=(Sector.IT,))
    await enrol(story, ACTORS["suspended"], "Mạc Văn Sơn", POST, sectors=(Sector.POSTAL,))
    await enrol(story, ACTORS["withdrawn"], "Đỗ Thị Lan", POST, sectors=(Sector.POSTAL,), contact=ContactKind.BACKUP)
    await appoint(story, ACTORS["observer"], "Hồ Quan Sát", role=Role.OBSERVER)
    await appoint(story, ACTORS["coordinator"], "Vũ Minh Khôi")
    await appoint(story, ACTORS["duty officer"], "Ngô Trực Ban", role=Role.DUTY_OFFICER)
    story.person(ACTORS["stranger"], "Người lạ")
    story.person(ACTORS["applicant"], "Vũ Đức Long")
    for name in ("applicant", "owner"):
        await story.say(ACTORS[name], "/start")


async def _give_phones(session: AsyncSession, who: Mapping[str, Person], telecom: Member) -> None:
    telecom.phone = "+842438220000"
    for name, phone in (("primary", PRIMARY_PHONE), ("representative", REPRESENTATIVE_PHONE)):
        rows = await session.exec(select(Representative).where(Representative.person_id == id_of(who[name])))
        rows.one().phone = phone


async def _rows(session: AsyncSession, who: Mapping[str, Person]) -> tuple[int, ...]:
    """Give the representations of the primary contact and of somebody of another business."""
    found = []
    for name in ("primary", "outsider"):
        query = select(Representative).where(col(Representative.person_id) == id_of(who[name]))
        found.append((await session.exec(query)).one().id or 0)
    return (*found, ABSENT)


async def _declare(session: AsyncSession, story: Story, who: Mapping[str, Person]) -> tuple[int, ...]:
    """Declare two incidents to the telecom business, and end the second."""
    found = []
    wanted = Wanted(sectors=(Sector.TELECOM,))
    for key in ("open", "over"):
        incident, _ = await declarations.declare(
            session,
            declaration=Declaration(title=f"{SECRET_INCIDENT} {key}", description="Mất kết nối.", wanted=wanted),
            draft_key=key,
            province_code=PROVINCE,
            by=who["coordinator"],
            now=story.clock.now(),
            time_zone=story.settings.office.time_zone,
        )
        await responses.respond(
            session, incident=incident, person=who["primary"], answer=Answer.READY, now=story.clock.now()
        )
        found.append(id_of(incident))
    await incidents.close(session, incident_id=found[1], summary="Xong", by=who["coordinator"], now=story.clock.now())
    return (*found, ABSENT)


async def _offer_command(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Let the coordinator offer command of what is under way to the owner."""
    offered = await handing.offer(
        session,
        incident_id=ids["incident_id"][0],
        to_id=id_of(who["owner"]),
        note="",
        by=who["coordinator"],
        now=story.clock.now(),
    )
    return (id_of(offered), ABSENT)


async def _update(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Send everybody and the observers an update of what is under way that asks to be acknowledged."""
    situation = Situation(ids["incident_id"][0], text="Đã khoanh vùng.", observers=True, asks_seen=True)
    await situations.say(session, situation=situation, by=who["coordinator"], now=story.clock.now())
    asking = await situations.asking(session, incident_id=ids["incident_id"][0])
    return (asking.id or 0 if asking else 0, ABSENT)


async def _give_tasks(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Give the telecom business three tasks: one stands as it was given, one is done, one is cancelled."""
    found = []
    for key in ("given", "done", "cancelled"):
        task = await tasks.assign(
            session,
            assignment=Assignment(
                member_id=ids["member_id"][0],
                incident_id=ids["incident_id"][0],
                what=f"{SECRET_TASK} {key}",
                place=SECRET_PLACE,
                due_at=story.clock.now() + timedelta(hours=2),
            ),
            draft_key=key,
            by=who["coordinator"],
            now=story.clock.now(),
            time_zone=story.settings.office.time_zone,
        )
        found.append(id_of(task))
    for step in (TaskStep.ACKNOWLEDGED, TaskStep.STARTED, TaskStep.DONE):
        await task_steps.take(
            session, task_id=found[1], person=who["primary"], step=step, note="Đã xong", now=story.clock.now()
        )
    await task_steps.cancel(session, task_id=found[2], reason=None, by=who["coordinator"], now=story.clock.now())
    return (*found, ABSENT)


async def _run_scripts(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> Mapping[str, tuple[int, ...]]:
    """Write two playbooks, and start the second, which is being changed: its first step is due, its second over."""
    by, now = who["coordinator"], story.clock.now()
    scripts, steps = [], []
    for title in ("Lũ", "Cáp"):
        script = await versions.begin_new(session, kind=ScriptKind.PLAYBOOK, title=title, by=by, now=now)
        for _ in range(2):
            words = StepWords(SECRET_TASK, starts=StepStart.BEGINNING)
            step = await writing.add(session, script_id=id_of(script), words=words, by=by, now=now)
            steps.append(id_of(step))
        scripts.append(await versions.save(session, script_id=id_of(script), by=by, now=now))
    work = await versions.begin_work(session, script_id=id_of(scripts[1]), by=by, now=now)
    changing = await versions.steps_of(session, script_id=id_of(work))
    run = await running.start(session, script=scripts[1], incident_id=ids["incident_id"][0], by=by, now=now)
    due, over = await running.take_due(session, kind=ScriptKind.PLAYBOOK, now=now)
    await running.settle(session, one=over, by=by, now=now)
    known = await templates.in_use(session, now=now)
    await templates.retire(session, template_id=id_of(known[1]), by=by, now=now)
    return {
        "template_id": (id_of(known[0]), id_of(known[1]), ABSENT),
        "script_id": (id_of(scripts[0]), id_of(work), ABSENT),
        "step_id": (steps[0], id_of(changing[0]), ABSENT),
        "run_id": (id_of(run), ABSENT),
        "run_step_id": (id_of(due.row), id_of(over.row), ABSENT),
    }


async def _ask(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Let the primary contact ask two things: one waits for an answer, one was read by a coordinator."""
    found = []
    incident = await incidents.by_id(session, incident_id=ids["incident_id"][0])
    for key in (1, 2):
        question = await asking.hold(
            session,
            person=who["primary"],
            spoken=Spoken(f"{SECRET_QUESTION} {key}", message_id=key, came=Arrival(story.clock.now())),
        )
        concern = Concern(incident, ids["member_id"][0])
        await asking.send(session, question=question, concern=concern, now=story.clock.now())
        found.append(id_of(question))
    await answering.take_note(session, question_id=found[1], by=who["coordinator"], now=story.clock.now())
    return (*found, ABSENT)


async def _drill(session: AsyncSession, story: Story, who: Mapping[str, Person]) -> Mapping[str, tuple[int, ...]]:
    """Write a script of drills, plan it twice, begin it for the telecom business; another script is being written."""
    by, now, zone = who["coordinator"], story.clock.now(), story.settings.office.time_zone
    scripts, steps = [], []
    for title in ("Mất điện", "Mất nước"):
        script = await versions.begin_new(session, kind=ScriptKind.DRILL, title=title, by=by, now=now)
        for minutes in (0, 30):
            words = StepWords(title, StepRole.EVERYONE, starts=StepStart.BEGINNING, minutes=minutes, within=60)
            steps.append(await writing.add(session, script_id=id_of(script), words=words, by=by, now=now))
        scripts.append(id_of(script))
    await versions.save(session, script_id=scripts[0], by=by, now=now)
    found = []
    for sector in (Sector.TELECOM, None):
        said = DrillPlan(scripts[0], now + timedelta(days=3), DrillCircle(sector))
        drill = await planning.plan(session, said=said, draft_key=f"d{sector}", by=by, now=now, time_zone=zone)
        found.append(drill)
    await course.begin(session, drill_id=id_of(found[0]), by=by, now=now)
    await injects.give_due(session, now=now)
    shown = await injects.of_drill(session, drill=found[0])
    return {
        "drill_id": (*(id_of(one) for one in found), ABSENT),
        "inject_id": (*(id_of(one.row) for one in shown), ABSENT),
        "exercise_id": (scripts[1], scripts[0], ABSENT),
        "exercise_step_id": (id_of(steps[2]), id_of(steps[0]), ABSENT),
    }


async def _test_contacts(session: AsyncSession, story: Story, who: Mapping[str, Person]) -> tuple[int, ...]:
    """Ask the telecom business twice whether it can be reached; the first test is over."""
    found: list[int] = []
    for _ in range(2):
        test = await contact_tests.ask(
            session,
            sector=Sector.TELECOM,
            by=who["coordinator"],
            now=story.clock.now(),
            time_zone=story.settings.office.time_zone,
        )
        found.insert(0, id_of(test))
        if len(found) == 1:
            await contact_tests.end(session, test_id=found[0], by=who["coordinator"], now=story.clock.now())
    return (*found, ABSENT)


async def _register_systems(
    session: AsyncSession, story: Story, who: Mapping[str, Person], member_id: int
) -> tuple[int, ...]:
    """Let the telecom business operate a system, and nobody of the network have to do with another one."""
    found = []
    for name, operator in ((SECRET_SYSTEM, Party(TELECOM, member_id)), (f"{SECRET_SYSTEM} khác", Party("Sở Y tế"))):
        contact = Called(ContactHours.IN_HOURS, "Kiều Thanh Bình", "Trưởng ca", "+84912000777")
        system = await register.add(
            session,
            entry=SystemEntry(name=name, operator=operator, level=4, contacts=(contact,)),
            by=who["coordinator"],
            now=story.clock.now(),
        )
        found.append(id_of(system))
    return (*found, ABSENT)


async def _escalate(
    session: AsyncSession, story: Story, who: Mapping[str, Person], incident_id: int
) -> Mapping[str, tuple[int, ...]]:
    """Call two posts above for the incident under way: the duty officer's in the bot, and one by phone."""
    for post, name in ((Post.FIRST_SPECIALIST, "duty officer"), (Post.POLICE, "")):
        await posts.fill(
            session,
            post=post,
            name="Tạ Quang Thắng",
            office="Trực ban",
            phone="0912000888",
            person_id=who[name].id if name else None,
            by=who["owner"],
            now=story.clock.now(),
        )
    escalation = await calling.begin(
        session, incident_id=incident_id, link="", by=who["coordinator"], now=story.clock.now()
    )
    calls = [id_of(one) for one in await calling.calls_of(session, escalation=escalation)]
    return {"escalation_id": (id_of(escalation), ABSENT), "call_id": (*calls, ABSENT)}


async def _report(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Let the primary contact report four things: two wait, one is confidential, one ended without anything to do."""
    found = []
    for key in ("new", "older", "confidential", "over"):
        sign = Sign(member_id=ids["member_id"][0], text=f"{SECRET_REPORT} {key}", is_confidential=key == "confidential")
        report = await reporting.report(
            session,
            sign=sign,
            draft_key=key,
            by=who["primary"],
            province_code=PROVINCE,
            now=story.clock.now(),
            time_zone=story.settings.office.time_zone,
        )
        found.append(id_of(report))
    await triage.say(
        session,
        report_id=found[3],
        step=ReportStep.NOTHING,
        words="Bảo trì theo lịch",
        by=who["coordinator"],
        now=story.clock.now(),
    )
    return (*found, ABSENT)


async def _lessons(session: AsyncSession, story: Story, who: Mapping[str, Person], member_id: int) -> tuple[int, ...]:
    """Let the outsider write two lessons of their business (id): the first was sent, the other waits."""
    found = []
    for key in ("sent", "waiting"):
        said = LessonSaid(member_id, happened=f"Mã độc {key}", found="Quét định kỳ", todo="Vá lỗi", tlp=Tlp.GREEN)
        lesson = await lesson_writing.write(
            session,
            said=said,
            draft_key=f"lesson {key}",
            by=who["outsider"],
            now=story.clock.now(),
            time_zone=story.settings.office.time_zone,
        )
        found.append(id_of(lesson))
    await sending.send(session, lesson_id=found[0], sector=None, by=who["coordinator"], now=story.clock.now())
    return (*found, ABSENT)


async def _neighbours(session: AsyncSession, story: Story) -> dict[str, tuple[int, ...]]:
    """Let two neighbours' feeds be read: of what they warned of, one stands and one was taken back."""
    now, read = story.clock.now(), []
    for key in ("stands", "gone"):
        peer = await peers.add(session, url=f"https://{key}.example/feed.atom", name=key, token=None, by=None, now=now)
        said = message(now, identifier=key, sender=f"{key}@example.vn")
        await taking.take(
            session,
            peer=peer,
            entry=FeedEntry(key, ""),
            checked=checking.check(said, now=now),
            own_sender=None,
            now=now,
        )
        read.append(id_of(peer))
    warned = (await session.exec(select(PeerProposal).order_by(col(PeerProposal.id)))).all()
    warned[-1].state = ProposalState.CANCELLED
    return {"peer_id": (*read, ABSENT), "proposal_id": (*map(id_of, warned), ABSENT)}


async def _review(session: AsyncSession, story: Story, who: Mapping[str, Person], incident_id: int) -> tuple[int, ...]:
    """Look back at the incident (id) that is over: the review is written, and the telecom business is asked."""
    review = await opening.open_by_hand(
        session,
        incident_id=incident_id,
        by=who["coordinator"],
        now=story.clock.now(),
        time_zone=story.settings.office.time_zone,
    )
    incident = await session.get_one(Incident, incident_id)
    await voices.ask(session, review=review, about=incident, now=story.clock.now())
    review.asked_at = story.clock.now()
    review.well = review.causes = review.changes = "Như đã bàn"
    return (id_of(review), ABSENT)


async def _honours(session: AsyncSession, story: Story, member_id: int, lessons: tuple[int, ...]) -> tuple[int, ...]:
    """Let the outsider's business (id) be honoured for two lessons (ids): one is proposed, the other confirmed."""
    now = story.clock.now()
    made = [
        Honour(
            member_id=member_id,
            kind=HonourKind.LESSON,
            lesson_id=lesson_id,
            happened_at=now,
            state=state,
            proposed_at=now,
        )
        for lesson_id, state in zip(lessons[:2], (HonourState.PROPOSED, HonourState.CONFIRMED), strict=True)
    ]
    session.add_all(made)
    await session.flush()
    return (*(id_of(one) for one in made), ABSENT)


async def _advisories(session: AsyncSession, story: Story, who: Mapping[str, Person]) -> Mapping[str, tuple[int, ...]]:
    """Warn all of two things, of which the second is withdrawn; of two channels the second is bound."""
    office, now = story.settings.office, story.clock.now()
    found = []
    for key in ("standing", "withdrawn"):
        said = AdvisorySaid(what=f"Lỗ hổng {key}", todo="Vá lỗi", due_at=now + timedelta(days=1))
        advisory = await advising.send(
            session,
            said=said,
            draft_key=f"advisory {key}",
            by=who["coordinator"],
            now=now,
            time_zone=office.time_zone,
        )
        found.append(id_of(advisory))
    await changing.withdraw(session, advisory_id=found[1], because="Nhầm", by=who["coordinator"], now=now)
    for number in (1, 2):
        await channels.hear(
            session, chat_id=-1_009_000_000 - number, title="Kênh", may_post=True, language=office.language, now=now
        )
    offered = sorted(id_of(one) for one in await channels.offered(session))
    await channels.bind(session, channel_id=offered[1], by=who["owner"], now=now)
    return {"advisory_id": (*found, ABSENT), "channel_id": (*offered, ABSENT)}


async def _touch_system(
    session: AsyncSession, story: Story, who: Mapping[str, Person], ids: Mapping[str, tuple[int, ...]]
) -> tuple[int, ...]:
    """Let the open incident touch the system of the telecom business; one notice is due, another was given."""
    incident = await incidents.by_id(session, incident_id=ids["incident_id"][0])
    incident.severity = Severity.LOW
    await touched.touch(
        session,
        incident=incident,
        systems=[ids["system_id"][0]],
        by=who["coordinator"],
        now=story.clock.now(),
        time_zone=story.settings.office.time_zone,
    )
    first, second, *_ = await duties.all_of(session, incident_id=ids["incident_id"][0])
    await duties.tell(session, duty_id=id_of(second.duty), by=who["coordinator"], now=story.clock.now())
    return (id_of(first.duty), id_of(second.duty), ABSENT)


async def _apply(
    session: AsyncSession, story: Story, who: Mapping[str, Person], businesses: Mapping[str, Member]
) -> tuple[int, ...]:
    """Let the applicant wait at one business, be asked back by another, and be rejected by a third."""
    found = []
    for name, status in (
        (TELECOM, ApplicationStatus.SUBMITTED),
        (IT, ApplicationStatus.ASKED_BACK),
        (POST, ApplicationStatus.REJECTED),
    ):
        done = status is ApplicationStatus.REJECTED
        application = Application(
            kind=ApplicationKind.JOIN,
            member_id=id_of(businesses[name]),
            person_id=id_of(who["applicant"]),
            status=status,
            submitted_at=story.clock.now(),
            reason=None if status is ApplicationStatus.SUBMITTED else "Thiếu giấy tờ",
            decided_at=story.clock.now() if done else None,
            decided_by_id=id_of(who["owner"]) if done else None,
        )
        session.add(application)
        session.add(
            Representative(
                person_id=id_of(who["applicant"]),
                member_id=id_of(businesses[name]),
                name="Vũ Đức Long",
                title="Nhân viên",
                phone="+84912000333",
                contact=ContactKind.BACKUP,
                status=RepresentativeStatus.REJECTED if done else RepresentativeStatus.PENDING,
            )
        )
        await session.flush()
        found.append(id_of(application))
    return (*found, ABSENT)


async def _ask_jobs(session: AsyncSession, story: Story, who: Mapping[str, Person]) -> tuple[int, ...]:
    """Let a coordinator have imported a list, and the owner another one."""
    found = []
    for name in ("coordinator", "owner"):
        job = Job(
            kind=JobKind.IMPORT,
            state=JobState.DONE,
            person_id=id_of(who[name]),
            found={"at": story.clock.now().isoformat()},
            asked_at=story.clock.now(),
            finished_at=story.clock.now(),
        )
        session.add(job)
        await session.flush()
        found.append(id_of(job))
    return (*found, ABSENT)


async def _invite(
    session: AsyncSession, story: Story, who: Mapping[str, Person], businesses: Mapping[str, Member]
) -> tuple[int, int, int]:
    """Make a link to the telecom business, one to the staff that the applicant opened, and one that was accepted."""
    now, telecom = story.clock.now(), id_of(businesses[TELECOM])
    await primary_contacts.offer(
        session, member_id=telecom, person_id=id_of(who["representative"]), by=who["primary"], now=now
    )
    await invitations.mint(
        session,
        kind=InvitationKind.REPRESENTATIVE,
        by=who["primary"],
        member_id=telecom,
        contact=ContactKind.BACKUP,
        now=now,
    )
    newest = await invitations.living(session, kind=InvitationKind.REPRESENTATIVE, now=now)
    opened = []
    for name in ("applicant", "suspended"):
        token = await invitations.mint(
            session, kind=InvitationKind.STAFF, by=who["owner"], role=Role.COORDINATOR, now=now
        )
        opened.append(id_of(await invitations.open_by(session, token=token, person=who[name], now=now)))
    await staff.accept(session, invitation_id=opened[1], person=who["suspended"], now=now)
    return id_of(newest[0]), opened[0], opened[1]
