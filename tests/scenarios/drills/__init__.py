"""Tests of `scenarios/drills`."""
