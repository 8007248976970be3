"""Tests of `scenarios/systems`."""
