"""Which steps a task may take in each state, by its owner and by coordinators, and in which state each leaves it."""

from models.tasks import TaskState, TaskStep

# What the owner may say in each state.
TAKEN = {
    TaskState.ASSIGNED: (TaskStep.ACKNOWLEDGED, TaskStep.DECLINED),
    TaskState.ACKNOWLEDGED: (TaskStep.STARTED, TaskStep.ON_SITE, TaskStep.DONE, TaskStep.BLOCKED),
    TaskState.STARTED: (TaskStep.ON_SITE, TaskStep.DONE, TaskStep.BLOCKED),
    TaskState.ON_SITE: (TaskStep.DONE, TaskStep.BLOCKED),
    TaskState.BLOCKED: (TaskStep.STARTED, TaskStep.ON_SITE, TaskStep.DONE, TaskStep.BLOCKED),
}
# What coordinators may decide in each state.
ORDERED = {
    TaskState.ASSIGNED: (TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.ACKNOWLEDGED: (TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.STARTED: (TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.ON_SITE: (TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.BLOCKED: (TaskStep.SENT_BACK, TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.DONE: (TaskStep.VERIFIED, TaskStep.SENT_BACK, TaskStep.REASSIGNED, TaskStep.CANCELLED),
    TaskState.DECLINED: (TaskStep.REASSIGNED, TaskStep.CANCELLED),
}
STATE_AFTER = {
    TaskStep.ASSIGNED: TaskState.ASSIGNED,
    TaskStep.ACKNOWLEDGED: TaskState.ACKNOWLEDGED,
    TaskStep.STARTED: TaskState.STARTED,
    TaskStep.ON_SITE: TaskState.ON_SITE,
    TaskStep.BLOCKED: TaskState.BLOCKED,
    TaskStep.DONE: TaskState.DONE,
    TaskStep.DECLINED: TaskState.DECLINED,
    TaskStep.SENT_BACK: TaskState.ASSIGNED,
    TaskStep.REASSIGNED: TaskState.ASSIGNED,
    TaskStep.VERIFIED: TaskState.VERIFIED,
    TaskStep.CANCELLED: TaskState.CANCELLED,
}
# The steps with which a task begins anew for its owner.
BEGINNINGS = (TaskStep.ASSIGNED, TaskStep.SENT_BACK, TaskStep.REASSIGNED)
WITH_WORDS = frozenset({TaskStep.DECLINED, TaskStep.BLOCKED, TaskStep.SENT_BACK})
# After these the coordinator who asked has something to do.
ALARMING = frozenset({TaskStep.DECLINED, TaskStep.BLOCKED, TaskStep.DONE})
