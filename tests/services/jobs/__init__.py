"""Tests of `services/jobs`."""
