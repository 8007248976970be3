"""Tests of `services/tally`."""
