"""Tests of `services/notation`."""
