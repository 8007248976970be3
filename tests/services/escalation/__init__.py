"""The rules of escalation."""
