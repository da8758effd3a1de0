"""Measures the till against the limit of the machine: `python -m benchmarks [NAME]` prints one JSON line a figure."""
