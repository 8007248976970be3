"""Tests of `handlers/playbooks`."""
