"""Escalation in chat: the posts above, who is called for an incident, and what came of it."""
