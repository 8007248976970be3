"""Tests of `scenarios/incidents`."""
