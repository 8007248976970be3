"""People who play themselves: they read what reaches them, wait as their temper has it, and tap a button."""

import heapq
import random
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, Any

from bot.sandbox import acts
from bot.sandbox.chats import Chat
from bot.sandbox.people import Account

if TYPE_CHECKING:
    from bot.sandbox.world import World

Json = dict[str, Any]
DELAYS = {"prompt": (2.0, 20.0), "slow": (40.0, 240.0)}


@dataclass(order=True)
class Plan:
    """When somebody will tap a button of a message; a person answers a message once."""

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
        self.plans: dict[tuple[int, int], Plan] = {}
        self._due: list[Plan] = []

    def notice(self, world: "World", chat: Chat, message: Json) -> None:
        """Let the person who gets this message plan a tap, if it offers what they look for."""
        if chat.is_group or "reply_markup" not in message:
            return
        account = world.people.get(chat.id)
        key = (chat.id, message["message_id"])
        if account.person.temper not in DELAYS or key in self.plans or not _choices(account, message):
            return
        shortest, longest = DELAYS[account.person.temper]
        delay = _dice(*key, "delay").uniform(shortest, longest)
        plan = Plan(world.clock() + delay, *key)
        self.restore(plan)
        world.records.plan_changed(plan)

    def restore(self, plan: Plan) -> None:
        """Take a plan as it is."""
        self.plans[plan.person_id, plan.message_id] = plan
        if not plan.is_done:
            heapq.heappush(self._due, plan)

    def act(self, world: "World", now: float) -> None:
        """Carry out every plan that is due."""
        while self._due and self._due[0].due_at <= now:
            plan = heapq.heappop(self._due)
            plan.is_done = True
            world.records.plan_changed(plan)
            self._tap(world, plan)

    def _tap(self, world: "World", plan: Plan) -> None:
        account = world.people.get(plan.person_id)
        message = world.chat(plan.person_id).messages.get(plan.message_id)
        choices = _choices(account, message) if message else []
        if not choices or account.blocked or account.deactivated:
            return
        weights = [weight for _, weight in choices]
        dice = _dice(plan.person_id, plan.message_id, "choice")
        [(data, _)] = dice.choices(choices, weights)
        acts.forge(world, plan.person_id, plan.message_id, data, None)
        world.counters["crowd_taps"] += 1


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
