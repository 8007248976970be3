"""Coordinators, duty officers and observers, appointed by an owner."""
