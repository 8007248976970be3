"""Tests of `scenarios/members`."""
