"""Tests of `scenarios/privacy`."""
