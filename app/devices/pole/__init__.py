"""Pole displays on serial ports: models as data, a driver that only moves bytes."""
