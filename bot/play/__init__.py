"""The whole system on one machine: sandbox, bot and demonstration together."""
