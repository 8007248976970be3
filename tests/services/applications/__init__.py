"""Tests of `services/applications`."""
