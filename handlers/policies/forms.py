"""What is kept of the dialogue that changes a policy."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Self

from models.circles import WaveCircle
from models.incidents import Severity
from services.ground.forms import DraftForm
from services.policies.simulation import Scenario
from services.policies.terms import Policy, read, written


@dataclass(frozen=True)
class PolicyForm(DraftForm):
    """A change of a severity's policy: `terms` as they would be, after version `number`.

    `circle` is the wave that is open, `item` the number of minutes that is, `scenario` what is tried out.
    """

    severity: Severity
    terms: Mapping[str, Any] = field(default_factory=dict)
    number: int = 0
    circle: WaveCircle = WaveCircle.SECTOR
    item: str = ""
    scenario: Scenario = Scenario.SILENCE

    @property
    def policy(self) -> Policy:
        """The policy as it would be."""
        return read(self.terms, severity=self.severity)

    def saying(self, policy: Policy) -> Self:
        """Give the form with another policy."""
        return replace(self, terms=written(policy))
