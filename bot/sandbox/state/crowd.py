"""What the people who play themselves are going to tap, and when: a temper says how soon, a habit says which button."""

import heapq
import random
from dataclasses import asdict, dataclass
from typing import Any

from bot.sandbox.state.people import Account

Json = dict[str, Any]
DELAYS = {"prompt": (2.0, 20.0), "slow": (40.0, 240.0)}


@dataclass(order=True)
class PlannedTap:
    """When somebody will tap a button of a message. A person answers a message once."""

    due_at: float
    person_id: int
    message_id: int
    is_done: bool = False

    def as_record(self) -> Json:
        """Return what is kept over a restart."""
        return asdict(self)


class Crowd:
    """The plans of everybody who plays themselves."""

    def __init__(self) -> None:
        self.plans: dict[tuple[int, int], PlannedTap] = {}
        self._due: list[PlannedTap] = []

    def notice(self, account: Account, message: Json, now: float) -> PlannedTap | None:
        """Plan a tap for the person who gets this message, if it offers a button that they look for."""
        key = (account.person.id, message["message_id"])
        if account.person.temper not in DELAYS or key in self.plans or not _choices(account, message):
            return None
        shortest, longest = DELAYS[account.person.temper]
        plan = PlannedTap(now + _dice(*key, "delay").uniform(shortest, longest), *key)
        self.restore(plan)
        return plan

    def restore(self, plan: PlannedTap) -> None:
        """Take a plan as it is."""
        self.plans[plan.person_id, plan.message_id] = plan
        if not plan.is_done:
            heapq.heappush(self._due, plan)

    def take_due(self, now: float) -> PlannedTap | None:
        """Return the first plan that is due, done from now on; None when nothing is due."""
        if not self._due or self._due[0].due_at > now:
            return None
        plan = heapq.heappop(self._due)
        plan.is_done = True
        return plan


def choose(account: Account, message: Json) -> str | None:
    """Return the data of the button that a person taps by their habits; None when no button suits them."""
    choices = _choices(account, message)
    if not choices:
        return None
    weights = [weight for _, weight in choices]
    dice = _dice(account.person.id, message["message_id"], "choice")
    [(data, _)] = dice.choices(choices, weights)
    return data


def _choices(account: Account, message: Json) -> list[tuple[str, int]]:
    """Return the data of each button that a habit looks for, with the habit's weight."""
    rows = message.get("reply_markup", {}).get("inline_keyboard", ())
    buttons = [button for row in rows for button in row if "callback_data" in button]
    found = []
    for habit in account.person.habits:
        button = next((each for each in buttons if habit.match in each["text"]), None)
        if button and habit.weight > 0:
            found.append((button["callback_data"], habit.weight))
    return found


def _dice(person_id: int, message_id: int, purpose: str) -> random.Random:
    """Return chance that falls the same way whenever it is asked about this person and message."""
    return random.Random(f"{person_id}:{message_id}:{purpose}")
