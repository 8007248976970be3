"""Tests of `services/drills`."""
