"""The wings of the services, from below: each adds what its face says."""

from services.advisories import face as advisories
from services.applications import face as applications
from services.audit import face as audit
from services.business import face as business
from services.calendars import face as calendars
from services.cap import face as cap
from services.command import face as command
from services.conversations import face as conversations
from services.corrections import face as corrections
from services.declarations import face as declarations
from services.drills import face as drills
from services.duty import face as duty
from services.escalation import face as escalation
from services.figures import face as figures
from services.ground import face as ground
from services.ground.faces import Kinds
from services.groups import face as groups
from services.honours import face as honours
from services.incidents import face as incidents
from services.jobs import face as jobs
from services.lessons import face as lessons
from services.lettering import face as lettering
from services.members import face as members
from services.notation import face as notation
from services.operations import face as operations
from services.outbox import face as outbox
from services.papers import face as papers
from services.peers import face as peers
from services.people import face as people
from services.places import face as places
from services.playbooks import face as playbooks
from services.policies import face as policies
from services.presence import face as presence
from services.privacy import face as privacy
from services.reports import face as reports
from services.reviews import face as reviews
from services.roster import face as roster
from services.scripts import face as scripts
from services.staff import face as staff
from services.systems import face as systems
from services.tally import face as tally
from services.tasks import face as tasks
from services.timelines import face as timelines
from services.updates import face as updates
from services.watch import face as watch
from services.waves import face as waves
from services.workbooks import face as workbooks

WINGS = (
    ground.FACE,
    notation.FACE,
    lettering.FACE,
    places.FACE,
    people.FACE,
    outbox.FACE,
    jobs.FACE,
    duty.FACE,
    groups.FACE,
    systems.FACE,
    policies.FACE,
    incidents.FACE,
    waves.FACE,
    command.FACE,
    presence.FACE,
    updates.FACE,
    tally.FACE,
    declarations.FACE,
    conversations.FACE,
    members.FACE,
    applications.FACE,
    business.FACE,
    roster.FACE,
    corrections.FACE,
    tasks.FACE,
    reports.FACE,
    scripts.FACE,
    playbooks.FACE,
    drills.FACE,
    escalation.FACE,
    timelines.FACE,
    papers.FACE,
    advisories.FACE,
    reviews.FACE,
    lessons.FACE,
    honours.FACE,
    cap.FACE,
    peers.FACE,
    figures.FACE,
    calendars.FACE,
    operations.FACE,
    workbooks.FACE,
    staff.FACE,
    privacy.FACE,
    audit.FACE,
    watch.FACE,
)

KINDS: Kinds = {kind.name: kind for wing in WINGS for kind in wing.kinds}
