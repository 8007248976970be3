"""Tests of `services/corrections`."""
