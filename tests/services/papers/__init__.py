"""Tests of what papers are made of."""
