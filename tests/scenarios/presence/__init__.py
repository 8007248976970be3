"""Tests of `scenarios/presence`."""
