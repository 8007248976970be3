"""Tests of `services/roster`."""
