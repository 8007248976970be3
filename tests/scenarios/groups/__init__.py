"""Tests of `scenarios/groups`."""
