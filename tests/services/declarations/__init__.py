"""Tests of `services/declarations`."""
