"""Tests of `services/groups`."""
