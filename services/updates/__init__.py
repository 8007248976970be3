"""Situation updates: what is said while an incident is under way, when the next one is due, and who has seen it."""
