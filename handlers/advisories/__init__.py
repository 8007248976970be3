"""Advisories: sent in one dialogue, acknowledged in a tap, followed up, updated and withdrawn in place."""
