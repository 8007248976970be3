"""Tests of `scenarios/corrections`."""
