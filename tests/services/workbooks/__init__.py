"""Tests of `services/workbooks`."""
