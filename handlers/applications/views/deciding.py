"""Applications: the request as its deciders see it, and the decision as the applicant is told it."""

from collections.abc import Sequence

from markupsafe import Markup

from handlers.applications.taps import ApplicationTap, CorrectionTap
from handlers.business.taps import BusinessTap, OverdueTap
from handlers.frame.taps import MenuTap
from handlers.frame.views import dialogues
from handlers.frame.views.message import Button, Message, Style
from handlers.frame.views.quantities import counted
from handlers.frame.views.reader import Reader
from models.applications import Application, ApplicationKind, ApplicationStatus
from models.capabilities import Capability
from models.drafts import Draft
from models.identity import id_of
from models.members import Member, MemberStatus, Sector
from services.applications import decisions
from services.applications.changes import NAME, SECTORS, TAX_CODE, Identity
from services.applications.decisions import Request
from services.applications.requests import Candidate, Registration
from services.members import capabilities
from services.notation.phones import show_phone
from services.places import communes

APPROVE, REJECT, ASK = "approve", "reject", "ask"
# The page of a business on which its people stand.
PEOPLE = "people"
LISTED = 20
# A message holds 4,096 characters, and a catalogue may grow.
CAPABILITIES_SHOWN = 30
READY_MADE = {
    REJECT: ("reason-tax-code", "reason-elsewhere", "reason-twice", "reason-unknown-person"),
    ASK: ("question-capabilities", "question-name", "question-phone", "question-authority"),
}
REASON, CONFIRM, CHANGE, SEND = "reason", "confirm", "change", "send"
Rows = tuple[tuple[Button, ...], ...]


def business_lines(
    reader: Reader,
    registration: Registration,
    named: Sequence[Capability],
    *,
    joining: bool,
    most: int = CAPABILITIES_SHOWN,
) -> list[Markup]:
    """Describe a business line by line, with `most` so many capabilities; of one that is only joined, who it is."""
    lines = [
        reader.say("application-name", name=registration.name),
        reader.say("application-tax-code", code=registration.tax_code),
    ]
    if joining:
        return lines
    return [
        *lines,
        reader.say("application-sectors", sectors=sectors(reader, registration.sectors)),
        reader.say("application-commune", commune=communes.commune(registration.commune_code).name),
        reader.say("application-capabilities", capabilities=_capabilities(reader, registration, named, most)),
    ]


def _capabilities(reader: Reader, registration: Registration, named: Sequence[Capability], most: int) -> str:
    held = [
        reader.label(
            "application-capability",
            name=capabilities.name_of(one, reader.language),
            counted=counted(
                reader, registration.capabilities[id_of(one)], registration.units.get(id_of(one), one.unit)
            ),
        )
        for one in named
        if id_of(one) in registration.capabilities
    ]
    if len(held) > most:
        held = [*held[:most], reader.label("application-capabilities-more", more=len(held) - most)]
    return ", ".join(held) or reader.label("application-no-capabilities")


def candidate_lines(reader: Reader, candidate: Candidate, *, with_phone: bool = True) -> list[Markup]:
    """Describe the person who is to speak for a business, line by line; nothing is left of one who no longer does."""
    if not candidate.phone:
        return [reader.say("application-person-gone")]
    return [
        reader.say("application-person", name=candidate.name, title=candidate.title),
        *_phone(reader, candidate, with_phone=with_phone),
        reader.say(f"contact-{candidate.contact}-line"),
    ]


def _phone(reader: Reader, candidate: Candidate, *, with_phone: bool) -> list[Markup]:
    return [reader.say("application-phone", phone=show_phone(candidate.phone))] if with_phone else []


def request(
    reader: Reader, request: Request, *, coordinates: bool = True, from_list: bool = False, with_phone: bool = True
) -> Message:
    """Show an application to a person who decides it: with buttons while it waits, with its decision afterwards.

    What comes unasked is without the applicant's number, and has a button that shows it: a look is kept on record.
    """
    application = request.application
    parts = [
        _title(reader, application),
        Markup("\n").join(_subject(reader, request)),
        Markup("\n").join(
            [
                *_applicant_lines(reader, request, with_phone=with_phone),
                reader.say("application-account", name=reader.known_as(request.applicant.name)),
                reader.say("application-submitted-at", at=reader.moment(application.submitted_at)),
            ]
        ),
        *_state(reader, request),
        *_warnings(reader, request),
    ]
    waiting = application.status is ApplicationStatus.SUBMITTED
    rows = (
        *(_decisions(reader, application, coordinates=coordinates) if waiting else ()),
        *(_to_phone(reader, request) if waiting and not with_phone else ()),
        *(_to_list(reader, application, coordinates=coordinates) if from_list else ()),
    )
    return Message(Markup("\n\n").join(parts), rows=rows)


def _subject(reader: Reader, request: Request) -> list[Markup]:
    """Describe what an application is about: a business, the one that is joined, or a change of it."""
    if request.change is not None:
        before, after = request.change
        return [
            reader.say("application-name", name=before.name),
            reader.say("application-tax-code", code=before.tax_code),
            *change_lines(reader, before, after),
        ]
    joined = request.application.kind is ApplicationKind.JOIN and request.member_status is not MemberStatus.INVITED
    return business_lines(reader, request.registration, request.capabilities, joining=joined)


def _applicant_lines(reader: Reader, request: Request, *, with_phone: bool) -> list[Markup]:
    """Describe the applicant, who wishes to speak for a business, or for a change of one that they speak for."""
    candidate = request.registration.candidate
    if request.change is None or not candidate.phone:
        return candidate_lines(reader, candidate, with_phone=with_phone)
    return [
        reader.say("application-proposer", name=candidate.name, title=candidate.title),
        *_phone(reader, candidate, with_phone=with_phone),
    ]


def change_lines(reader: Reader, before: Identity, after: Identity) -> list[Markup]:
    """Set what a business is known by beside what it would be known by."""
    changed, lines = before.differs(after), []
    if NAME in changed:
        lines.append(reader.say("change-name", before=before.name, after=after.name))
    if TAX_CODE in changed:
        lines.append(reader.say("change-tax-code", before=before.tax_code, after=after.tax_code))
    if SECTORS in changed:
        sides = {"before": sectors(reader, before.sectors), "after": sectors(reader, after.sectors)}
        lines.append(reader.say("change-sectors", **sides))
    return lines


def sectors(reader: Reader, held: Sequence[Sector]) -> str:
    """Name sectors in a row."""
    return " · ".join(reader.label(f"sector-{sector}") for sector in held)


def _warnings(reader: Reader, request: Request) -> list[Markup]:
    """Say what whoever approves should know of the business that is joined."""
    if request.application.kind is not ApplicationKind.JOIN:
        return []
    if request.application.status is not ApplicationStatus.SUBMITTED:
        return []
    if request.member_status is MemberStatus.INVITED:
        return [reader.say("application-member-invited")]
    if request.member_status is not MemberStatus.APPROVED:
        return [reader.say("application-member-not-approved")]
    return []


def _title(reader: Reader, application: Application) -> Markup:
    return reader.say(
        f"application-title-{_kebab(application.kind)}",
        mark=reader.label(f"application-mark-{_kebab(application.status)}"),
        number=str(id_of(application)),
    )


def _state(reader: Reader, request: Request) -> list[Markup]:
    """Say how far an application has come: whose decision it was, and when."""
    application, by = request.application, request.decided_by
    if by is None or application.decided_at is None:
        return [reader.say("application-waiting")]
    return [
        reader.say(
            f"application-{_kebab(application.status)}",
            name=reader.known_as(by.name),
            at=reader.moment(application.decided_at),
            reason=reader.own(application.reason or "—"),
        )
    ]


def _kebab(value: str) -> str:
    return value.replace("_", "-")


def _tap(application: Application, verb: str) -> str:
    return ApplicationTap(id_of(application), verb).pack()


def _decisions(reader: Reader, application: Application, *, coordinates: bool) -> Rows:
    ask = (Button(reader.label("application-button-ask"), _tap(application, ASK)),) if coordinates else ()
    reject = Button(reader.label("application-button-reject"), _tap(application, REJECT), Style.DANGER)
    return (
        (Button(reader.label("application-button-approve"), _tap(application, APPROVE), Style.SUCCESS),),
        (*ask, reject),
    )


def _to_phone(reader: Reader, request: Request) -> Rows:
    """Lead to the same card with the applicant's number, where there is one."""
    if not request.registration.candidate.phone:
        return ()
    return ((Button(reader.label("application-button-phone"), _tap(request.application, "show")),),)


def _to_list(reader: Reader, application: Application, *, coordinates: bool) -> Rows:
    """Lead back to where the application was opened: all that wait, or a business's people."""
    if coordinates:
        return ((Button(reader.label("application-button-list"), ApplicationTap(0, "list").pack()),),)
    data = BusinessTap(application.member_id, PEOPLE).pack()
    return ((Button(reader.label("business-button-people"), data),),)


def not_yours_any_more(reader: Reader) -> Message:
    """Show in the place of a card that it is no longer for its reader."""
    return Message(reader.say("application-not-yours"))


def handed_in_again(reader: Reader, request: Request) -> Message:
    """Show in the place of an older card that a newer one stands below."""
    return Message(
        reader.say(
            "application-handed-in-again",
            number=str(id_of(request.application)),
            name=request.registration.name,
        )
    )


def waiting_list(reader: Reader, waiting: Sequence[tuple[Application, Member]], *, overdue: int = 0) -> Message:
    """List the applications that wait, each as a button, the oldest first; lead to the `overdue` confirmations."""
    last = (*_to_overdue(reader, overdue), *_menu(reader))
    if not waiting:
        return Message(reader.say("application-list-empty"), rows=last)
    rows = tuple(
        (Button(_entry(reader, application, member), _tap(application, "show")),)
        for application, member in waiting[:LISTED]
    )
    parts = [reader.say("application-list", count=len(waiting))]
    if len(waiting) > LISTED:
        parts.append(reader.say("application-list-more", more=len(waiting) - LISTED))
    return Message(Markup("\n\n").join(parts), rows=(*rows, *last))


def _to_overdue(reader: Reader, count: int) -> Rows:
    if not count:
        return ()
    return ((Button(reader.label("confirmation-button-overdue", count=count), OverdueTap(0, 0).pack()),),)


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
        words=reader.own(words),
    )
    send = dialogues.button(draft, SEND, reader.label(f"application-button-confirm-{verb}"))
    change = dialogues.button(draft, CHANGE, reader.label("application-button-change"))
    return Message(text, rows=((send,), (change,), dialogues.way_out(reader, draft, back=False)))


def ready_made(reader: Reader, verb: str, place: int) -> str:
    """Give the ready-made words of a button, in the reader's language."""
    return reader.label(f"application-{READY_MADE[verb][place]}")


def decided(reader: Reader, request: Request, *, coordinates: bool) -> Message:
    """Confirm a decision in the place of its dialogue; the card itself shows it too."""
    text = reader.say(
        f"application-done-{_kebab(request.application.status)}",
        number=str(id_of(request.application)),
        name=request.registration.name,
    )
    return Message(text, rows=_to_list(reader, request.application, coordinates=coordinates))


def approved(reader: Reader) -> str:
    """Confirm an approval at the top of the screen."""
    return reader.label("application-done-approved")


def decision(reader: Reader, request: Request, *, department: str) -> Message:
    """Tell those concerned what became of an application."""
    application = request.application
    told_apart = (ApplicationStatus.APPROVED, ApplicationStatus.WITHDRAWN)
    named = application.status in told_apart or application.kind is ApplicationKind.CHANGE
    kind = f"-{_kebab(application.kind)}" if named else ""
    text = reader.say(
        f"decision-{_kebab(application.status)}{kind}",
        name=request.registration.name,
        department=_who_decided(reader, request, department),
        reason=reader.own(application.reason or "—"),
    )
    if request.change is not None:
        text = Markup("\n\n").join([text, Markup("\n").join(change_lines(reader, *request.change))])
    if application.status is ApplicationStatus.ASKED_BACK:
        correct = Button(reader.label("decision-button-correct"), CorrectionTap(id_of(application)).pack())
        return Message(text, rows=((correct,),))
    return Message(text, rows=_menu(reader))


def _who_decided(reader: Reader, request: Request, department: str) -> str:
    """Name who decided: the department, or the business's own primary contact."""
    if request.decided_by is None or decisions.coordinates(request.decided_by):
        return department
    return reader.label("decision-by-primary-contact")
