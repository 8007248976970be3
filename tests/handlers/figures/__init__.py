"""Tests of how figures are shown."""
