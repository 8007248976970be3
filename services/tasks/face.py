"""What the wing `tasks` adds to the whole."""

from services.ground.faces import ServiceFace
from services.tasks import kinds

FACE = ServiceFace("tasks", kinds=(kinds.TASK, kinds.TASK_REMINDER, kinds.TASK_WATCH, kinds.TASK_ALARM))
