"""Greetings: what one person says to the coordinators, and once more an hour later."""
