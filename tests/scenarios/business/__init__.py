"""Tests of `scenarios/business`."""
