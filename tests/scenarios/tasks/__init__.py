"""Tests of `scenarios/tasks`."""
