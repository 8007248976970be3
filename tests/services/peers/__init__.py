"""Tests of the services of neighbours."""
