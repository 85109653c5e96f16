"""Measurements, each printing its figures."""
