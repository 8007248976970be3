"""Tests of `services/duty`."""
