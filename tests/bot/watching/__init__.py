"""Tests of `bot/watching`."""
