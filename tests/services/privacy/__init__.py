"""Tests of `services/privacy`."""
