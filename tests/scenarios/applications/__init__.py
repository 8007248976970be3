"""Tests of `scenarios/applications`."""
