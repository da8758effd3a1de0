"""Days and times as they are typed on the command line."""

import argparse
import datetime


def local_time(text: str) -> str:
    """`2026-12-01` or `2026-12-01 09:30` as `YYYY-MM-DD HH:MM`."""
    try:
        moment = datetime.datetime.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-12-01 or 2026-12-01T09:30") from error
    if moment.tzinfo is not None:
        raise argparse.ArgumentTypeError("a time of the shops' own clocks has no zone")
    return f"{moment:%Y-%m-%d %H:%M}"


def day(text: str) -> str:
    """`2026-12-01` as it is."""
    try:
        return datetime.date.fromisoformat(text).isoformat()
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} is no date like 2026-12-01") from error
