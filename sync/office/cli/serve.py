"""`serve`: answer tills until told to stop."""

import argparse
import signal
import sys
from importlib.metadata import version
from pathlib import Path

import uvicorn

from sync.office.cli.follower import follower
from sync.office.cli.logs import log_to_stderr
from sync.office.cli.machine import let_the_collector_rest, only_one, open_many_files
from sync.office.cli.office import Office, certificate_files, invitation, opened
from sync.office.services.ledger.report import Report
from sync.office.services.tills.enrol import MakeCode
from sync.office.web.application import make_application
from sync.office.web.certificate import ensure_certificate
from sync.office.web.gate import Gate
from sync.office.web.one_write import OneWrite

STOP_SECONDS = 5
# A till with nothing to say is heard at least twice in this time (`LISTEN_MS` in its own program), so whoever swipes a
# card finds a line that is there: to shake hands anew would take longer than to lend. A line that rests costs a file.
KEPT_SECONDS = 60
# Threads take turns this often; at Python's 5 ms whoever is back from the database waits longer than it was there.
_TURN_SECONDS = 0.0005


def serve(arguments: argparse.Namespace) -> int:
    """Run until a signal; requests under way are finished first."""
    log_to_stderr()
    arguments.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_one(arguments.folder), opened(arguments) as office:
        certificate, key = certificate_files(arguments.folder)
        ensure_certificate(certificate, key, (arguments.host,))
        config = server_config(office, version("membertill"), certificate, key)
        config.host, config.port = arguments.host, arguments.port
        _say_where(office, arguments)
        outlive_signals()
        _serve_many()
        with follower(arguments):
            _run(config)
    return 0


def _run(config: uvicorn.Config) -> None:
    server = uvicorn.Server(config)
    assert isinstance(config.app, Gate)
    config.app.listening.end_when(lambda: server.should_exit)
    server.run()


def _serve_many() -> None:
    """Settings of the whole process, for many tills at once."""
    sys.setswitchinterval(_TURN_SECONDS)
    let_the_collector_rest()
    open_many_files()


def outlive_signals() -> None:
    """uvicorn sends itself the signal again once it has stopped; there is still a database to close then."""
    for stop in (signal.SIGTERM, signal.SIGINT):
        signal.signal(stop, lambda _number, _frame: None)


def server_config(office: Office, program: str, certificate: Path, key: Path) -> uvicorn.Config:
    """The web server of one head office, for whatever address it is then given."""
    return uvicorn.Config(
        make_application(office.world, version=program),
        ssl_certfile=certificate,
        ssl_keyfile=key,
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,
        http=OneWrite,
        timeout_keep_alive=KEPT_SECONDS,
        timeout_graceful_shutdown=STOP_SECONDS,
    )


def _say_where(office: Office, arguments: argparse.Namespace) -> None:
    address = f"https://{arguments.host}:{arguments.port}"
    print(f"membertill head office on {address}", flush=True)
    if not Report(office.world).tills():
        code = MakeCode(office.world)(arguments.shop)
        print(f"first till (15 minutes): {invitation(office.folder, address, code)}", flush=True)
