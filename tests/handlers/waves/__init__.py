"""Tests of what coordinators see of waves."""
