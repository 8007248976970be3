"""Tests of `services/updates`."""
