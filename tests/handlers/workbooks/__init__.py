"""Tests of `handlers/workbooks`."""
