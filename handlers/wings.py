"""The wings of the handlers, from below: each adds what its face says. The front door stands above them."""

from handlers.advisories import face as advisories
from handlers.applications import face as applications
from handlers.audit import face as audit
from handlers.business import face as business
from handlers.calendars import face as calendars
from handlers.cap import face as cap
from handlers.command import face as command
from handlers.conversations import face as conversations
from handlers.corrections import face as corrections
from handlers.declarations import face as declarations
from handlers.drills import face as drills
from handlers.duty import face as duty
from handlers.escalation import face as escalation
from handlers.figures import face as figures
from handlers.frame.faces import collected
from handlers.groups import face as groups
from handlers.honours import face as honours
from handlers.incidents import face as incidents
from handlers.lessons import face as lessons
from handlers.members import face as members
from handlers.operations import face as operations
from handlers.papers import face as papers
from handlers.peers import face as peers
from handlers.playbooks import face as playbooks
from handlers.policies import face as policies
from handlers.presence import face as presence
from handlers.privacy import face as privacy
from handlers.reports import face as reports
from handlers.reviews import face as reviews
from handlers.roster import face as roster
from handlers.staff import face as staff
from handlers.systems import face as systems
from handlers.tally import face as tally
from handlers.tasks import face as tasks
from handlers.updates import face as updates
from handlers.watch import face as watch
from handlers.waves import face as waves
from handlers.workbooks import face as workbooks

WINGS = (
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
    playbooks.FACE,
    drills.FACE,
    escalation.FACE,
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
# All of them as one.
WING_FACES = collected(WINGS)
