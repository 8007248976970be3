"""Stories of escalation: those above are called, and answer or do not."""
