"""Tests of what the outbox makes of what is due."""
