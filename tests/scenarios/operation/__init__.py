"""Tests of `scenarios/operation`: one whole operation."""
