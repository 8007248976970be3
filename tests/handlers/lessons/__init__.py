"""Tests of what is said of lessons."""
