"""Tests of watched groups."""
