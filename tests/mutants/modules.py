"""Which modules decide; the share of the changes that each gets follows from how many it has."""

DECIDING = (
    "services/incidents/responses.py",
    "services/incidents/audience.py",
    "services/incidents/reminders.py",
    "services/incidents/tally.py",
    "services/incidents/lifecycle.py",
    "services/outbox/deliveries.py",
    "services/outbox/broadcasts.py",
    "services/tasks/steps.py",
    "services/tasks/orders.py",
    "services/tasks/ladder.py",
    "services/people/invitations.py",
    "services/people/accounts.py",
    "services/people/reach.py",
    "services/privacy/withdrawal.py",
    "services/applications/decisions.py",
    "services/ground/inbox.py",
    "services/ground/moments.py",
    "services/ground/tax_codes.py",
    "handlers/frame/access.py",
    "bot/telegram/throttle.py",
    "bot/telegram/failures.py",
    "bot/engine/inbox.py",
)
# Tests that would take long for each change, and look at the whole rather than at one rule.
LEFT_ALONE = (
    "tests/mutants",
    "tests/faults",
    "tests/security",
    "tests/bot/sandbox",
    "tests/scenarios/test_in_the_browser.py",
    "tests/test_a_tiny_capability.py",
)
