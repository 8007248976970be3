"""RUNS: command line, settings, assembly, inbox, delivery, clock and the sandbox."""

import os

# PTB gives the waiting time of a 429 as a timedelta only when asked to, and reads this at each such answer.
os.environ.setdefault("PTB_TIMEDELTA", "true")
