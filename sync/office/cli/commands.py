"""The commands beside `serve`: each opens the office, asks one service, prints what it says."""

import argparse
import datetime
import sys
from pathlib import Path

from app.domain.ids import CardNumber, MerchantId
from app.domain.lease.office import Standing
from sync.office.cli.machine import SystemClock, only_one
from sync.office.cli.office import (
    DATABASE,
    certificate_files,
    invitation,
    key_of,
    member_code_signer,
    open_database,
    opened,
    world_of,
)
from sync.office.services.errors import RecoveryError, SecondPersonNeededError, UnknownTillError
from sync.office.services.joining.hand_over import HandOver, NotAllPostedError, NotOneShopError
from sync.office.services.ledger.report import Report
from sync.office.services.ledger.verify import verify
from sync.office.services.night.replay_sales import ReplaySales
from sync.office.services.tills.begin import begin_office
from sync.office.services.tills.enrol import MakeCode
from sync.office.services.tills.fence import FenceTill
from sync.office.services.tills.restore import enter_recovery
from sync.office.services.tills.write_off import WriteOffTill
from sync.office.services.upkeep.follow import Follow
from sync.office.storage.engines import Database, open_sqlite
from sync.office.storage.files import check_database, copy_database, set_aside
from sync.office.storage.state import OfficeState
from sync.office.web.certificate import ensure_certificate


def enrol_code(arguments: argparse.Namespace) -> int:
    """Print a code and what a till scans."""
    with opened(arguments) as office:
        ensure_certificate(*certificate_files(office.folder))
        code = MakeCode(office.world)(arguments.shop, arguments.for_merchant)
        print(code)
        print(invitation(office.folder, arguments.address, code))
    return 0


def member_code(arguments: argparse.Namespace) -> int:
    """Print the code that a member's phone would show now."""
    try:
        print(member_code_signer(arguments)(CardNumber(arguments.card), SystemClock().now_ms(), arguments.valid))
    except ValueError as error:
        return _sorry(str(error))
    return 0


def tills(arguments: argparse.Namespace) -> int:
    """Print every till: last heard, waiting, exposure."""
    with opened(arguments) as office:
        report = Report(office.world)
        print(f"mode: {report.state().mode.value}")
        head = (
            f"{'till':12} {'shop':12} {'status':12} {'heard':19} {'events':>8} {'waiting':>8} {'holds':>12} leases  key"
        )
        print(head)
        for till in report.tills():
            status = till.status.value if till.is_heard or till.status is not Standing.ACTIVE else "not heard"
            print(
                f"{f'{till.till}/{till.epoch}':12} {till.shop:12} {status:12} {_time(till.seen_at)} "
                f"{till.last_seq:8} {till.waiting:8} {till.exposure_minor / 100:12.2f} {till.leases:<6}"
                f"  {till.key}{'  ' + till.reason if till.reason else ''}"
            )
    return 0


def fence(arguments: argparse.Namespace) -> int:
    """Fence a till."""
    with opened(arguments) as office:
        try:
            FenceTill(office.world)(arguments.till, arguments.epoch, arguments.reason)
        except UnknownTillError:
            return _sorry(f"no till {arguments.till} with epoch {arguments.epoch}")
    print(f"{arguments.till}/{arguments.epoch} is fenced: no leases any more, uploads are welcome")
    return 0


def write_off(arguments: argparse.Namespace) -> int:
    """Write a till off."""
    with opened(arguments) as office:
        try:
            held = WriteOffTill(office.world)(arguments.till, arguments.epoch, arguments.by, arguments.reason)
        except UnknownTillError:
            return _sorry(f"no till {arguments.till} with epoch {arguments.epoch}")
        except SecondPersonNeededError:
            return _sorry("two different persons write a till off: --by twice")
    for unit, amount in sorted(held.items()):
        print(f"{unit}: {amount}")
    print(f"{arguments.till}/{arguments.epoch} is written off: its members are whole, late spends are the house's loss")
    return 0


def suspense(arguments: argparse.Namespace) -> int:
    """Print what a person has to look at."""
    with opened(arguments) as office:
        rows = Report(office.world).suspense()
    for row in rows:
        print(
            f"{_time(row.noted_at)} {row.till}/{row.epoch} event {row.seq}: {row.rule}"
            f"{f' {row.amount} {row.unit} of wallet {row.wallet} ({row.lot})' if row.wallet else ''}"
        )
    print(f"{len(rows)} in suspense")
    return 0


def check(arguments: argparse.Namespace) -> int:
    """Prove chains, entries and balances."""
    with opened(arguments) as office:
        faults = verify(office.world)
    for fault in faults:
        print(fault)
    print("everything is right" if not faults else f"{len(faults)} faults")
    return 1 if faults else 0


def hand_over(arguments: argparse.Namespace) -> int:
    """Write the history of a single shop into a file."""
    with opened(arguments) as office:
        try:
            # Written again after a break it is the same file, so that what was sent of it need not be sent again.
            Follow(office.world).catch_up()
            ReplaySales(office.world)()
            digest = HandOver(office.world)(arguments.file)
        except NotOneShopError:
            return _sorry("there is not one shop here but several tills, or none; nothing was written")
        except NotAllPostedError:
            return _sorry("events wait to be posted (`parked` shows why); nothing was written")
        except RecoveryError:
            return _sorry("head office waits for its till after a restore; nothing was written")
        except OSError as error:
            return _sorry(f"{arguments.file} could not be written: {error.strerror}")
    print(digest)
    return 0


def backup(arguments: argparse.Namespace) -> int:
    """Copy the database; it may be in use."""
    if arguments.database:
        return _sorry("PostgreSQL is backed up with its own tools (pg_dump, base backup with WAL)")
    source = arguments.folder / DATABASE
    if not source.exists():
        return _sorry(f"there is no head office in {arguments.folder}")
    copy_database(source, arguments.file, key_of(arguments))
    place = "the till's" if arguments.key else arguments.folder / "office.key"
    print(f"{arguments.file} (its key is {place}: keep a copy of that elsewhere)")
    return 0


def restore(arguments: argparse.Namespace) -> int:
    """Put a copy in place, or take a database the operator has put back, and enter RECOVERY."""
    if bool(arguments.database) == bool(arguments.file):
        return _sorry("name the file to restore; with PostgreSQL put the database back first and name none")
    arguments.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    with only_one(arguments.folder):
        if arguments.file:
            state = _restored_file(arguments)
        else:
            state = _recovered(arguments, open_database(arguments))
    print(f"server epoch {state.server_epoch}, mode {state.mode.value}")
    print("no leases until every active till was heard: `tills` shows who is missing, write off who never comes back")
    return 0


def _restored_file(arguments: argparse.Namespace) -> OfficeState:
    # The copy enters RECOVERY beside the old file and only then takes its place: whenever this stops, what lies
    # there as office.db is either the old one or one that knows it was restored.
    folder, key = arguments.folder, key_of(arguments)
    check_database(arguments.file, key)
    coming = folder / f"{DATABASE}.restoring"
    copy_database(arguments.file, coming, key)
    state = _recovered(arguments, open_sqlite(coming, key))
    now = datetime.datetime.now().astimezone()
    aside = set_aside(folder / DATABASE, f"before-restore-{now:%Y%m%d-%H%M%S}")
    coming.replace(folder / DATABASE)
    if aside:
        print(f"what was there: {aside}")
    return state


def _recovered(arguments: argparse.Namespace, database: Database) -> OfficeState:
    try:
        world = world_of(arguments, database)
        begin_office(world, MerchantId(arguments.merchant))
        return enter_recovery(world)
    finally:
        database.close()


def _time(at_ms: int) -> str:
    return f"{datetime.datetime.fromtimestamp(at_ms / 1000).astimezone():%Y-%m-%d %H:%M:%S}"


def _sorry(why: str) -> int:
    print(why, file=sys.stderr)
    return 2


def folder_of(text: str) -> Path:
    """A folder named on the command line."""
    return Path(text).expanduser().absolute()
