"""Tests of `scenarios/workbooks`."""
