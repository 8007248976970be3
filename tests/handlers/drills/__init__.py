"""Tests of `handlers/drills`."""
