"""Tests of `services/business`."""
