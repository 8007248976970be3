"""Tests of `services/members`."""
