"""Tests of `handlers/declarations`."""
