"""`membertill doctor`: what is right and wrong with this machine and its till, in words, without personal data."""

from app.cli.doctor.examination import doctor, examine

__all__ = ["doctor", "examine"]
