"""Tests of `services/outbox`."""
