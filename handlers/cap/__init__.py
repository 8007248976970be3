"""Alerts that other systems understand: CAP 1.2 documents and the feeds that list them."""
