"""What is said to many: queued in the transaction that caused it, sent late, recorded with what came of it."""
