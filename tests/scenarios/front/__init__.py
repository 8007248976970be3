"""Tests of `scenarios/front`."""
