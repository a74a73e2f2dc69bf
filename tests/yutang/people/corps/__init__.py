"""Tests of corps."""
