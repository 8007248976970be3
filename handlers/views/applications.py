"""Applications: the request as coordinators see it, the decision as the applicant is told it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.taps import ApplicationTap, CorrectionTap, MenuTap
from handlers.views import dialogues
from handlers.views.message import Button, Message, Style
from handlers.views.reader import Reader
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.capabilities import Capability
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, MemberStatus
from services import capabilities, communes
from services.applications import Candidate, Registration
from services.decisions import Request
from services.phones import show_phone

APPROVE, REJECT, ASK = "approve", "reject", "ask"
LISTED = 20
READY_MADE = {
    REJECT: ("reason-tax-code", "reason-elsewhere", "reason-twice", "reason-unknown-person"),
    ASK: ("question-capabilities", "question-name", "question-phone", "question-authority"),
}
REASON, CONFIRM, CHANGE, SEND = "reason", "confirm", "change", "send"
Rows = tuple[tuple[Button, ...], ...]


def business_lines(
    reader: Reader, registration: Registration, named: Sequence[Capability], *, joining: bool
) -> list[Markup]:
    """Describe a business line by line; of one that is only joined, what tells it from others."""
    lines = [
        reader.say("application-name", name=registration.name),
        reader.say("application-tax-code", code=registration.tax_code),
    ]
    if joining:
        return lines
    sectors = " · ".join(reader.label(f"sector-{sector}") for sector in registration.sectors)
    return [
        *lines,
        reader.say("application-sectors", sectors=sectors),
        reader.say("application-commune", commune=communes.commune(registration.commune_code).name),
        reader.say("application-capabilities", capabilities=_capabilities(reader, registration, named)),
    ]


def _capabilities(reader: Reader, registration: Registration, named: Sequence[Capability]) -> str:
    held = [
        reader.label(
            "application-capability",
            name=capabilities.name_of(one, reader.language),
            headcount=registration.capabilities[id_of(one)],
        )
        for one in named
        if id_of(one) in registration.capabilities
    ]
    return ", ".join(held) or reader.label("application-no-capabilities")


def candidate_lines(reader: Reader, candidate: Candidate) -> list[Markup]:
    """Describe the person who is to speak for a business, line by line."""
    return [
        reader.say("application-person", name=candidate.name, title=candidate.title),
        reader.say("application-phone", phone=show_phone(candidate.phone)),
        reader.say(f"contact-{candidate.contact}-line"),
    ]


def request(reader: Reader, request: Request, *, from_list: bool = False) -> Message:
    """Show an application to a coordinator: with buttons while it waits, with its decision afterwards."""
    application = request.application
    joining = application.kind is ApplicationKind.JOIN
    lines = [
        *business_lines(reader, request.registration, request.capabilities, joining=joining),
        *candidate_lines(reader, request.registration.candidate),
        reader.say("application-account", name=reader.known_as(request.applicant.name)),
        reader.say("application-submitted-at", at=reader.moment(application.submitted_at)),
    ]
    parts = [_title(reader, application), Markup("\n").join(lines), *_standing(reader, request)]
    if joining and request.member_status is not MemberStatus.APPROVED:
        parts.append(reader.say("application-member-not-approved"))
    waiting = application.status is ApplicationStatus.SUBMITTED
    rows = (*(_decisions(reader, application) if waiting else ()), *(_to_list(reader) if from_list else ()))
    return Message(Markup("\n\n").join(parts), rows=rows)


def _title(reader: Reader, application: Application) -> Markup:
    return reader.say(
        f"application-title-{_kebab(application.kind)}",
        mark=reader.label(f"application-mark-{_kebab(application.status)}"),
        number=str(id_of(application)),
    )


def _standing(reader: Reader, request: Request) -> list[Markup]:
    """Say how far an application has come: whose decision it was, and when."""
    application, by = request.application, request.decided_by
    if by is None or application.decided_at is None:
        return [reader.say("application-waiting")]
    return [
        reader.say(
            f"application-{_kebab(application.status)}",
            name=reader.known_as(by.name),
            at=reader.moment(application.decided_at),
            reason=application.reason or "",
        )
    ]


def _kebab(value: str) -> str:
    return value.replace("_", "-")


def _tap(application: Application, verb: str) -> str:
    return ApplicationTap(id_of(application), verb).pack()


def _decisions(reader: Reader, application: Application) -> Rows:
    return (
        (Button(reader.label("application-button-approve"), _tap(application, APPROVE), Style.SUCCESS),),
        (
            Button(reader.label("application-button-ask"), _tap(application, ASK)),
            Button(reader.label("application-button-reject"), _tap(application, REJECT), Style.DANGER),
        ),
    )


def _to_list(reader: Reader) -> Rows:
    return ((Button(reader.label("application-button-list"), ApplicationTap(0, "list").pack()),),)


def handed_in_again(reader: Reader, request: Request) -> Message:
    """Show in the place of an older card that a newer one stands below."""
    return Message(
        reader.say(
            "application-handed-in-again",
            number=str(id_of(request.application)),
            name=request.registration.name,
        )
    )


def waiting_list(reader: Reader, waiting: Sequence[tuple[Application, Member]]) -> Message:
    """List the applications that wait, each as a button; the oldest first."""
    if not waiting:
        return Message(reader.say("application-list-empty"), rows=_menu(reader))
    rows = tuple(
        (Button(_entry(reader, application, member), _tap(application, "show")),)
        for application, member in waiting[:LISTED]
    )
    parts = [reader.say("application-list", count=len(waiting))]
    if len(waiting) > LISTED:
        parts.append(reader.say("application-list-more", more=len(waiting) - LISTED))
    return Message(Markup("\n\n").join(parts), rows=(*rows, *_menu(reader)))


def _entry(reader: Reader, application: Application, member: Member) -> str:
    return reader.label(f"application-entry-{_kebab(application.kind)}", name=member.name)


def _menu(reader: Reader) -> Rows:
    return ((Button(reader.label("button-menu"), MenuTap("menu").pack()),),)


def reason(reader: Reader, draft: Draft, request: Request, *, verb: str) -> Message:
    """Ask why an application is turned down, or what the applicant should be asked; some words are ready-made."""
    rows = tuple(
        (dialogues.button(draft, REASON, reader.label(f"application-{key}"), str(place)),)
        for place, key in enumerate(READY_MADE[verb])
    )
    text = reader.say(
        f"application-why-{verb}",
        name=request.registration.name,
        number=str(id_of(request.application)),
    )
    return Message(text, rows=(*rows, dialogues.way_out(reader, draft, back=False)))


def confirmation(reader: Reader, draft: Draft, request: Request, *, verb: str, words: str) -> Message:
    """Show a decision as it will go out, to be confirmed."""
    text = reader.say(
        f"application-confirm-{verb}",
        name=request.registration.name,
        number=str(id_of(request.application)),
        words=words,
    )
    send = dialogues.button(draft, SEND, reader.label(f"application-button-confirm-{verb}"))
    change = dialogues.button(draft, CHANGE, reader.label("application-button-change"))
    return Message(text, rows=((send,), (change,), dialogues.way_out(reader, draft, back=False)))


def ready_made(reader: Reader, verb: str, place: int) -> str:
    """Give the ready-made words of a button, in the reader's language."""
    return reader.label(f"application-{READY_MADE[verb][place]}")


def decided(reader: Reader, request: Request) -> Message:
    """Confirm a decision in the place of its dialogue; the card itself shows it too."""
    text = reader.say(
        f"application-done-{_kebab(request.application.status)}",
        number=str(id_of(request.application)),
        name=request.registration.name,
    )
    return Message(text, rows=_to_list(reader))


def approved(reader: Reader) -> str:
    """Confirm an approval at the top of the screen."""
    return reader.label("application-done-approved")


def decision(reader: Reader, request: Request, *, department: str) -> Message:
    """Tell the applicant what became of the application."""
    application = request.application
    kind = f"-{_kebab(application.kind)}" if application.status is ApplicationStatus.APPROVED else ""
    text = reader.say(
        f"decision-{_kebab(application.status)}{kind}",
        name=request.registration.name,
        department=department,
        reason=application.reason or "",
    )
    if application.status is ApplicationStatus.ASKED_BACK:
        correct = Button(reader.label("decision-button-correct"), CorrectionTap(id_of(application)).pack())
        return Message(text, rows=((correct,),))
    return Message(text, rows=_menu(reader))
