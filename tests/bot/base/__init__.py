"""Tests of `bot/base`."""
