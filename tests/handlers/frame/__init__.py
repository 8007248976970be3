"""Tests of `handlers/frame`."""
