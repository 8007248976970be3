"""Tests of `services/presence`."""
