"""Tests of what the tally shows."""
