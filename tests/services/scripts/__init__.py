"""Tests of `services/scripts`."""
