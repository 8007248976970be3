"""Advisories: warnings without an incident, acknowledged by each business, updated and withdrawn in place."""
