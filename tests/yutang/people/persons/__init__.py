"""Tests of persons."""
