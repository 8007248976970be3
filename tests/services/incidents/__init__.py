"""Tests of `services/incidents`."""
