"""Logs as one JSON object a line: what happened and when, never who a member is."""

import datetime
import json
import logging
import logging.handlers
from pathlib import Path


class JsonLines(logging.Formatter):
    """Formats a record with its `facts`."""

    def format(self, record: logging.LogRecord) -> str:
        """One line."""
        at = datetime.datetime.fromtimestamp(record.created, datetime.UTC).isoformat(timespec="milliseconds")
        line: dict[str, object] = {"at": at, "level": record.levelname.lower(), "from": record.name}
        line |= {"event": record.getMessage(), **getattr(record, "facts", {})}
        if record.exc_info and record.exc_info[0] is not None:
            # The text of a database error holds no parameters (hide_parameters), so no member's.
            line["error"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)


def log_to_stderr(level: int = logging.INFO) -> None:
    """Everything from here on goes to standard error."""
    _log_to(logging.StreamHandler(), level)


def log_to_file(path: Path, level: int = logging.INFO) -> None:
    """Everything from here on goes to this file: 1 MB a file, three kept."""
    _log_to(logging.handlers.RotatingFileHandler(path, maxBytes=1_000_000, backupCount=3, encoding="utf-8"), level)


def _log_to(handler: logging.Handler, level: int) -> None:
    handler.setFormatter(JsonLines())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    logging.getLogger("alembic").setLevel(logging.WARNING)
