"""Tests of `services/places`."""
