"""Tests of `scenarios/duty`."""
