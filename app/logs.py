"""Logging: one file beside the data, rotated. Scans, names, phones and card numbers are never logged."""

import logging
import logging.handlers
from pathlib import Path

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_logging(data_dir: Path) -> None:
    """Write the log to `till.log` in `data_dir`: 1 MB a file, three kept."""
    handler = logging.handlers.RotatingFileHandler(
        data_dir / "till.log", maxBytes=1_000_000, backupCount=3, encoding="utf-8"
    )
    handler.setFormatter(logging.Formatter(_FORMAT))
    root = logging.getLogger()
    root.addHandler(handler)
    root.setLevel(logging.INFO)
