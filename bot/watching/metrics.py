"""Counters of what the bot does, in the form that Prometheus reads; to count costs about a microsecond."""

import time
from collections.abc import Iterable
from http import HTTPStatus
from typing import Any
from weakref import WeakSet

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, ProcessCollector
from sqlalchemy import Engine, event

from models.broadcasts import Lane
from models.database import Database
from services.outbox.deliveries import Outcome, Result
from services.watch.backlog import InboxBacklog, LaneBacklog

REGISTRY = CollectorRegistry()
ProcessCollector(registry=REGISTRY)
SENDS = Counter("san_sang_sends", "Messages and edits, by what came of them.", ("kind", "outcome"), registry=REGISTRY)
TOO_MANY = Counter("san_sang_telegram_429", "Answers of Telegram's that asked to wait.", registry=REGISTRY)
BY_ANOTHER = Counter("san_sang_not_telegram", "Requests to Telegram that something else answered.", registry=REGISTRY)
QUARANTINED = Counter("san_sang_quarantined", "Updates that were set aside.", registry=REGISTRY)
TAPS = Histogram(
    "san_sang_tap_seconds",
    "From a tap stored to its answer given.",
    buckets=(0.01, 0.02, 0.04, 0.08, 0.15, 0.25, 0.4, 0.8, 1.5, 3, 6, 15),
    registry=REGISTRY,
)
TRANSACTIONS = Histogram(
    "san_sang_transaction_seconds",
    "How long a writer held its connection, the commit included.",
    buckets=(0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10),
    registry=REGISTRY,
)
QUEUE = Gauge("san_sang_queue", "Messages and edits that wait, by lane.", ("lane",), registry=REGISTRY)
QUEUE_AGE = Gauge(
    "san_sang_queue_oldest_seconds", "How long the oldest of a lane has waited.", ("lane",), registry=REGISTRY
)
INBOX = Gauge("san_sang_inbox", "Updates that are stored and not applied yet.", registry=REGISTRY)
INBOX_AGE = Gauge("san_sang_inbox_oldest_seconds", "How long the oldest of them has waited.", registry=REGISTRY)
ASIDE = Gauge("san_sang_inbox_quarantined", "Updates that stand aside.", registry=REGISTRY)
SILENCE = Gauge("san_sang_telegram_silence_seconds", "Since Telegram answered last.", registry=REGISTRY)
TROUBLE = Gauge("san_sang_trouble", "1 while something is wrong, by cause.", ("cause",), registry=REGISTRY)

# Looked up once: labels are what makes counting slow.
_SENDS = {
    (is_edit, outcome): SENDS.labels("edit" if is_edit else "message", outcome.name.lower())
    for is_edit in (False, True)
    for outcome in Outcome
}
_timed: WeakSet[Engine] = WeakSet()
_answered_at = time.monotonic()
_by_another = 0
_in_vain = 0


def recorded(results: Iterable[Result]) -> None:
    """Count what came of a batch of deliveries."""
    for result in results:
        _SENDS[result.claimed.is_edit, result.outcome].inc()


def telegram_answered(status: int) -> None:
    """Note that Telegram answered a request, with this HTTP status.

    Its own trouble (5xx) is no answer, and to be refused as somebody unknown (401) is none that helps.
    """
    global _answered_at, _in_vain
    if status == HTTPStatus.UNAUTHORIZED:
        _in_vain += 1
    elif status < HTTPStatus.INTERNAL_SERVER_ERROR:
        _answered_at, _in_vain = time.monotonic(), 0
    if status == HTTPStatus.TOO_MANY_REQUESTS:
        TOO_MANY.inc()


def answered_by_another() -> None:
    """Count a request to Telegram that something else answered."""
    global _by_another, _in_vain
    _by_another += 1
    _in_vain += 1
    BY_ANOTHER.inc()


def answers_in_vain() -> int:
    """Tell how many requests, since the last that Telegram answered, it refused as a stranger's or others answered."""
    return _in_vain


def answers_by_another() -> int:
    """Tell how many requests to Telegram something else has answered since the start."""
    return _by_another


def telegram_silence() -> float:
    """Tell how many seconds ago Telegram answered last; since the start if it never did."""
    return time.monotonic() - _answered_at


def tap_answered(seconds: float) -> None:
    """Count an answered tap, so many seconds after it was stored."""
    TAPS.observe(seconds)


def quarantined() -> None:
    """Count an update that was set aside."""
    QUARANTINED.inc()


def time_transactions(database: Database) -> None:
    """Time the transactions of a database's writer from now on; asked twice, it times them once."""
    engine = database.writer.sync_engine
    if engine in _timed:
        return
    _timed.add(engine)
    event.listen(engine, "checkout", _begin)
    event.listen(engine, "checkin", _end)


def _begin(_connection: Any, record: Any, _proxy: Any) -> None:
    record.info["taken_at"] = time.perf_counter()


def _end(_connection: Any, record: Any) -> None:
    taken_at = record.info.pop("taken_at", None)
    if taken_at is not None:
        TRANSACTIONS.observe(time.perf_counter() - taken_at)


def show_backlog(lanes: Iterable[LaneBacklog], inbox: InboxBacklog) -> None:
    """Show what waits at this moment."""
    waiting = {backlog.lane: backlog for backlog in lanes}
    for lane in Lane:
        backlog = waiting.get(lane)
        QUEUE.labels(lane.name.lower()).set(backlog.waiting if backlog else 0)
        QUEUE_AGE.labels(lane.name.lower()).set(backlog.age.total_seconds() if backlog else 0)
    INBOX.set(inbox.waiting)
    INBOX_AGE.set(inbox.age.total_seconds())
    ASIDE.set(inbox.quarantined)
