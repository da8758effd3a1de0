"""Open the head office that the command line names."""

import argparse
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.domain.ids import MerchantId
from sync.office.cli.machine import SystemClock, SystemDice
from sync.office.services.night.sign_night import NightSigner
from sync.office.services.people.sign_member_code import MemberCodeSigner
from sync.office.services.tills.begin import begin_office
from sync.office.services.world import DEFAULT_POLICY, World
from sync.office.storage.engines import Database, open_postgres, open_sqlite
from sync.office.storage.keys import KeyFile
from sync.office.web.certificate import fingerprint
from sync.protocol.messages import LARGEST_AMOUNT

DATABASE = "office.db"
COPIES = "copies"


@dataclass(frozen=True, slots=True)
class Office:
    """An open head office and the folder it lives in."""

    world: World
    folder: Path


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Office]:
    """The office, begun if it is new; closed afterwards."""
    database = open_database(arguments)
    try:
        world = world_of(arguments, database)
        begin_office(world, MerchantId(arguments.merchant))
        yield Office(world, arguments.folder)
    finally:
        database.close()


def open_database(arguments: argparse.Namespace) -> Database:
    """PostgreSQL where a URL is given, else the file in the folder."""
    folder: Path = arguments.folder
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    if arguments.database:
        return open_postgres(arguments.database)
    return open_sqlite(folder / DATABASE, key_of(arguments))


def key_of(arguments: argparse.Namespace) -> bytes:
    """The key of the folder's database: the one handed over, else that of the folder's key file."""
    handed_over: bytes = arguments.key
    return handed_over or KeyFile(arguments.folder / "office.key").key()


def world_of(arguments: argparse.Namespace, database: Database) -> World:
    """The world of this machine. A single shop's till holds everything, and one person is all there may be."""
    policy = DEFAULT_POLICY.model_copy(update={"member_code_key": member_code_signer(arguments).key})
    signer = NightSigner(KeyFile(arguments.folder / "nights.key").key())
    if arguments.single_shop:
        policy = policy.model_copy(update={"wallet_cap": LARGEST_AMOUNT, "till_cap": LARGEST_AMOUNT})
        return World(
            database, SystemClock(), SystemDice(), policy, persons_needed=1, unit_caps={}, zone=None, signer=signer
        )
    copies = arguments.folder / COPIES
    return World(database, SystemClock(), SystemDice(), policy, zone=None, signer=signer, copies=copies)


def member_code_signer(arguments: argparse.Namespace) -> MemberCodeSigner:
    """Who signs the codes on members' phones; with another key tills take the new codes after their next HELLO."""
    return MemberCodeSigner(KeyFile(arguments.folder / "member-codes.key").key())


def certificate_files(folder: Path) -> tuple[Path, Path]:
    """Where certificate and key lie."""
    return folder / "office.pem", folder / "office-tls.key"


def invitation(folder: Path, address: str, code: str) -> str:
    """What is typed in or scanned at a till: address, code, and the certificate's fingerprint to pin."""
    certificate, _ = certificate_files(folder)
    return f"{address}#{code}#{fingerprint(certificate.read_bytes())}"
