"""Tests of `services/waves`."""
