"""Tests of `scenarios/roster`."""
