"""Tests of acquisition links, landing pages and conversions."""
