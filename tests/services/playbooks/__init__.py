"""Tests of `services/playbooks`."""
