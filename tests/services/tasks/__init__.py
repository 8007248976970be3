"""Tests of `services/tasks`."""
