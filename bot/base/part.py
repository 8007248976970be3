"""What one process does of the whole."""

from enum import StrEnum


class Part(StrEnum):
    """What one process does of the whole; several processes share the work on PostgreSQL alone."""

    ALL = "all"
    INGRESS = "ingress"
    WORKER = "worker"
    CLOCK = "clock"
