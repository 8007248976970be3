"""Tests of `handlers/policies`."""
