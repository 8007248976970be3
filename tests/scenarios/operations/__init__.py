"""Tests of `scenarios/operations`."""
