"""What is kept while somebody looks at figures."""

from dataclasses import dataclass

from services.ground.forms import DraftForm


@dataclass(frozen=True)
class FiguresForm(DraftForm):
    """Which period is looked at, by its key: what is typed next is another one."""

    period: str = ""
