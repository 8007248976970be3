"""Tests of `services/ground`."""
