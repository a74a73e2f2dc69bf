"""Tests of yutang."""
