"""Tests of `services/lettering`."""
