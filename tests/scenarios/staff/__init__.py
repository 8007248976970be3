"""Tests of `scenarios/staff`."""
