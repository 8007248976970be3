"""Tests of `bot/demonstration`."""
