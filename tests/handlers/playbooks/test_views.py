"""The pages of scripts that are written: nothing is offered that would be refused afterwards."""

from zoneinfo import ZoneInfo

import pytest

from handlers.drills.views import scripts as drill_views
from handlers.frame.views.home import Home
from handlers.frame.views.reader import Reader
from handlers.playbooks.views import scripts as playbook_views
from models.people import Language
from models.scripts import Script, ScriptKind, ScriptStep, StepRole, StepStart
from services.scripts.writing import MOST_STEPS
from tests.network import MORNING

READER = Reader(Language.VIETNAMESE, ZoneInfo("Asia/Ho_Chi_Minh"), Home("01", "Mạng lưới ứng cứu", "response network"))


def written(kind: ScriptKind, role: StepRole, count: int) -> tuple[Script, list[ScriptStep]]:
    """Make a script in work with so many steps."""
    script = Script(id=1, kind=kind, name="x", version=1, title="Mất điện", made_at=MORNING, made_by_id=1)
    first = ScriptStep(script_id=1, place=1, text="Gọi", role=role, starts=StepStart.BEGINNING, minutes=0, within=30)
    return script, [first.model_copy(update={"id": at, "place": at, "expected": ""}) for at in range(1, count + 1)]


@pytest.mark.parametrize(("count", "offered"), [(MOST_STEPS - 1, True), (MOST_STEPS, False)])
def test_a_step_more_is_offered_until_a_script_is_full(count: int, offered: bool) -> None:
    playbook, steps = written(ScriptKind.PLAYBOOK, StepRole.COORDINATORS, count)
    drill, injects = written(ScriptKind.DRILL, StepRole.EVERYONE, count)
    pages = [
        playbook_views.checklist(READER, playbook, steps, names={}, worked_on=None, number=0),
        drill_views.script(READER, drill, injects),
    ]

    assert [any("➕" in one.text for row in page.rows for one in row) for page in pages] == [offered, offered]
