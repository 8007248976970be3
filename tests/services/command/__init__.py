"""Tests of `services/command`."""
