"""`inside`: the head office of a single shop, a child process of its till (docs/adr/0010).

The till hands over the database's key as the first line of standard input and then keeps that pipe open: when it ends,
however the till died, so does this. Where to reach it, and a code where the till has to be taken in, stand in a file
that the till reads and removes.
"""

import argparse
import datetime
import os
import socket
import sys
import threading
from dataclasses import replace
from importlib.metadata import version
from pathlib import Path

import uvicorn

from sync.office.cli.logs import log_to_file
from sync.office.cli.machine import only_one
from sync.office.cli.office import DATABASE, Office, certificate_files, opened
from sync.office.cli.serve import STOP_SECONDS, outlive_signals, server_config
from sync.office.services.ledger.report import Report
from sync.office.services.life.entrust import EntrustTill
from sync.office.services.programme.publish import PublishProgramme
from sync.office.services.streams.tell_standings import TellStandings
from sync.office.services.tills.enrol import MakeCode
from sync.office.services.upkeep.follow import Follow
from sync.office.storage.engines import OfficeUnavailableError
from sync.office.storage.files import check_database, set_aside
from sync.office.web.certificate import ensure_certificate
from sync.protocol.inside import ANNOUNCEMENT, Announcement

LOG = "office.log"
_HOST = "127.0.0.1"
# Somebody stands at the counter and is to see what came of it; a look where nothing has happened costs next to nothing.
_LOOK_SECONDS = 0.5


def inside(arguments: argparse.Namespace) -> int:
    """Serve the till that started this until its pipe ends."""
    arguments.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    log_to_file(arguments.folder / LOG)
    _step_back()
    with only_one(arguments.folder):
        _set_unreadable_aside(arguments.folder, arguments.key)
        with opened(arguments) as office, socket.create_server((_HOST, 0)) as listener:
            _publish(office, arguments.programme)
            # The till holds everything it has credited, and nobody's silence takes that from it.
            policy = office.world.policy.model_copy(update={"soft_expiry_ms": 0})
            _serve(replace(office, world=replace(office.world, policy=policy)), listener, arguments)
    return 0


def _publish(office: Office, file: Path | None) -> None:
    """The till's programme is the shop's; a file that cannot be used was refused at the till already."""
    if file is not None and file.exists():
        PublishProgramme(office.world).once(file.read_text(encoding="utf-8"), "till")


def _step_back() -> None:
    """The till's own work comes first."""
    if sys.platform != "win32":
        os.nice(10)


def _set_unreadable_aside(folder: Path, key: bytes) -> None:
    """A damaged database is kept under another name; the till's journal builds a new one."""
    database = folder / DATABASE
    if not database.exists():
        return
    try:
        check_database(database, key)
    except OfficeUnavailableError as error:
        now = datetime.datetime.now().astimezone()
        aside = set_aside(database, f"unreadable-{now:%Y%m%d-%H%M%S}")
        print(f"{error}; it lies now at {aside}, and is built anew from the till's journal", file=sys.stderr)


def _serve(office: Office, listener: socket.socket, arguments: argparse.Namespace) -> None:
    certificate, key = certificate_files(office.folder)
    fingerprint = ensure_certificate(certificate, key)
    server = uvicorn.Server(server_config(office, version("membertill"), certificate, key))
    outlive_signals()
    threading.Thread(target=_end_with_the_till, args=(server,), name="till", daemon=True).start()
    _announce(office, listener, fingerprint, arguments)
    ended = threading.Event()
    # One shop's events are few, and this is a child process of the till already.
    entrust = EntrustTill(office.world, arguments.till, arguments.epoch)
    follow = Follow(office.world, afterwards=entrust, tell=TellStandings(office.world, arguments.till, arguments.epoch))
    following = threading.Thread(target=follow, args=(ended, _LOOK_SECONDS), name="follow", daemon=True)
    following.start()
    server.run(sockets=[listener])
    ended.set()
    following.join(STOP_SECONDS)


def _announce(office: Office, listener: socket.socket, fingerprint: str, arguments: argparse.Namespace) -> None:
    is_known = any(
        (each.till, each.epoch) == (arguments.till, arguments.epoch) for each in Report(office.world).tills()
    )
    told = Announcement(
        address=f"https://{_HOST}:{listener.getsockname()[1]}",
        fingerprint=fingerprint,
        code="" if is_known else MakeCode(office.world)(arguments.shop),
    )
    # Whole or not at all: the till may look at any moment.
    draft = office.folder / f"{ANNOUNCEMENT}.new"
    draft.unlink(missing_ok=True)
    with os.fdopen(os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "w", encoding="ascii") as file:
        file.write(told.model_dump_json())
    draft.replace(office.folder / ANNOUNCEMENT)


def _end_with_the_till(server: uvicorn.Server) -> None:
    sys.stdin.buffer.read()
    server.should_exit = True
    threading.Event().wait(STOP_SECONDS + 1)
    os._exit(1)  # still here: nobody is left who could end it
