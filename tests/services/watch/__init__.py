"""Tests of `services/watch`."""
