"""From a picture to the logo on slips: made into dots once, so that no slip ever waits for it."""

import logging
from collections.abc import Iterable
from pathlib import Path

from app.ports.device_bench import LogoTrouble
from app.storage.templates import logo_file

_log = logging.getLogger(__name__)


def set_logo(picture: Path | None, folder: Path, columns: Iterable[int]) -> LogoTrouble | None:
    """Write the logo for each width of paper into `folder`, or take it away; what went wrong, if anything did."""
    if picture is None:
        for each in columns:
            logo_file(folder, each).unlink(missing_ok=True)
        return None
    from app.devices.printer.logo import LogoTooBig, NotAPicture, dithered, load_picture  # late: it brings Pillow

    try:
        loaded = load_picture(picture)
        folder.mkdir(parents=True, exist_ok=True)
        for each in columns:
            logo_file(folder, each).write_bytes(dithered(loaded, each))
    except LogoTooBig:
        return LogoTrouble.TOO_BIG
    except NotAPicture:
        return LogoTrouble.NOT_A_PICTURE
    except OSError as trouble:
        _log.warning("the logo could not be read or kept: %s", trouble)
        return LogoTrouble.UNREADABLE
    return None
