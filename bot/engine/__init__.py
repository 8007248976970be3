"""What runs: the inbox, the outbox, the clock's work, jobs, and the loops that keep them going."""
