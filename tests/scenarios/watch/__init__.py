"""Tests of `scenarios/watch`."""
