"""The books of both sides since the sandbox started: what people did here, and what the bot says became of it."""

import time
from collections import Counter
from dataclasses import asdict, dataclass, fields
from typing import Any

from bot.sandbox.errors import SandboxError
from bot.sandbox.traffic.updates import UpdateQueue

Json = dict[str, Any]
STATES = ("running", "restarting")
# When no report has come for so long, nobody keeps the bot any more.
STALE_SECONDS = 5.0


@dataclass(frozen=True)
class BotReport:
    """The report of whoever keeps the bot: the bot's state, and the counts of its database."""

    state: str
    stored: int
    applied: int
    quarantined: int
    due: int
    sent: int
    waiting: int
    failed: int
    dropped: int
    uncertain: int
    repeated: int
    redraws: int

    def __post_init__(self) -> None:
        counts = {name: value for name, value in asdict(self).items() if name != "state"}
        if self.state not in STATES or not all(type(count) is int and count >= 0 for count in counts.values()):
            raise SandboxError(f"A report has a state ({', '.join(STATES)}) and counts: {', '.join(counts)}.")

    @classmethod
    def from_dict(cls, given: Json) -> "BotReport":
        """Read a report; raises SandboxError for one that is not whole."""
        names = {field.name for field in fields(cls)}
        if set(given) != names:
            raise SandboxError(f"A report has exactly these fields: {', '.join(sorted(names))}.")
        return cls(**given)


class Ledger:
    """What people tapped and saw, to hold against the bot's reports, and whether somebody wants the bot killed.

    It counts the updates of `queue` from now on.
    """

    def __init__(self, queue: UpdateQueue) -> None:
        self._queue = queue
        self.first_update = queue.count_from_now()
        self.taps = 0
        self.shown = 0
        self.kills = 0
        self._unseen: Counter[int] = Counter()
        self._report: BotReport | None = None
        self._reported_at = 0.0
        self._is_kill_wanted = False
        # What was confirmed before the bot's side began to count. A later report must have stored at least as much.
        self._confirmed_before = 0
        self._lost = 0
        self._told: Json | None = None

    def tap(self, chat_id: int) -> None:
        """Count a tap, of which nothing is seen yet in its chat."""
        self.taps += 1
        self._unseen[chat_id] += 1

    def answer(self, chat_id: int) -> None:
        """Count a tap as seen whose query was answered."""
        if self._unseen[chat_id] > 0:
            self._unseen[chat_id] -= 1
            self.shown += 1

    def change(self, chat_id: int) -> None:
        """Count every tap in a chat as seen in which the bot has just said or changed something."""
        self.shown += self._unseen.pop(chat_id, 0)

    def take(self, report: BotReport) -> bool:
        """Keep a report; returns whether the bot is to be killed."""
        self._lost = max(0, self._confirmed_before - report.stored)
        self._confirmed_before = self._queue.confirmed
        wanted, self._is_kill_wanted = self._is_kill_wanted, False
        self.kills += wanted
        self._report = BotReport(**{**asdict(report), "state": "restarting"}) if wanted else report
        self._reported_at = time.monotonic()
        return wanted

    def ask_to_kill(self) -> None:
        """Have the bot killed; raises SandboxError when nobody is there who could start it again."""
        if self.state not in STATES:
            raise SandboxError("This bot was started by hand; kill it where it runs.")
        self._is_kill_wanted = True

    @property
    def state(self) -> str:
        """How the bot is: "running", "restarting", or "unknown" where nobody reports of it."""
        if self._report is None or time.monotonic() - self._reported_at > STALE_SECONDS:
            return "unknown"
        return self._report.state

    def as_json(self, accepted: int) -> Json:
        """Return the outcome and both sides' counts; `accepted` is how many messages of the bot were taken."""
        report = asdict(self._report) if self._report else {}
        report.pop("state", None)
        return {
            **self.outcome(),
            "first_update": self.first_update,
            "counts": {
                "came": self._queue.next_id - self.first_update,
                "expired": self._queue.expired,
                "taps": self.taps,
                "shown": self.shown,
                "accepted": accepted,
                **report,
            },
        }

    def outcome(self) -> Json:
        """Return how the bot is, how many updates were lost, and a verdict.

        The verdict is "balanced", "working" (not everything is done yet), "lost" or "unknown".
        """
        return {"state": self.state, "kills": self.kills, "lost": self._lost, "verdict": self._verdict()}

    def news(self) -> Json | None:
        """Give the outcome if it is another than the one that was given last."""
        outcome = self.outcome()
        if outcome == self._told:
            return None
        self._told = outcome
        return outcome

    @property
    def _are_taps_shown(self) -> bool:
        """Tell whether of each tap that did not expire something was seen; an answer may have died with a kill."""
        return self.kills > 0 or self.shown + self._queue.expired >= self.taps

    def _verdict(self) -> str:
        report = self._report
        if report is None or self.state == "unknown":
            return "unknown"
        if self._lost:
            return "lost"
        # A report of before the last update was confirmed says nothing of it.
        is_stored = report.stored >= self._queue.confirmed
        is_applied = report.stored == report.applied + report.quarantined
        is_settled = is_stored and is_applied and not (report.waiting or report.redraws)
        is_done = self.state == "running" and len(self._queue) == 0 and is_settled and self._are_taps_shown
        return "balanced" if is_done else "working"
