"""Tests of `services/systems`."""
