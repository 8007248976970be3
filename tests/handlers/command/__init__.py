"""Tests of `handlers/command`."""
