"""A single shop's history as a file, for the chain it joins: journal, books, members and their lives."""

import hashlib
import json
from dataclasses import dataclass
from pathlib import Path

import zstandard
from sqlalchemy import Connection

from sync.office.services.errors import RecoveryError
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, find_till
from sync.office.storage.history import rows_of_history
from sync.office.storage.migrate import NEWEST
from sync.office.storage.state import Mode, read_state
from sync.protocol.history import HistoryHead


class NotOneShopError(Exception):
    """There are several tills here, or none: only a single shop hands its history over."""


class NotAllPostedError(Exception):
    """Events wait to be posted; once they are, the history is whole."""


@dataclass(frozen=True, slots=True)
class HandOver:
    """Write the file."""

    world: World

    def __call__(self, target: Path) -> str:
        """The file's SHA-256 (hex). NotOneShopError, NotAllPostedError, RecoveryError; OSError where it has no room."""
        draft = target.with_name(target.name + ".new")
        with draft.open("wb") as file, zstandard.ZstdCompressor(level=6).stream_writer(file, closefd=False) as packed:
            self.world.database.read(lambda connection: _write(connection, packed))
        draft.replace(target)
        with target.open("rb") as whole:
            return hashlib.file_digest(whole, "sha256").hexdigest()


def _write(connection: Connection, packed: zstandard.ZstdCompressionWriter) -> None:
    if read_state(connection).mode is not Mode.NORMAL:
        raise RecoveryError
    chain = _the_chain(connection)
    till = find_till(connection, chain.till)
    head = HistoryHead(
        step=NEWEST,
        till=chain.till,
        epoch=chain.epoch,
        last_seq=chain.last_seq,
        last_hash=chain.last_hash.hex(),
        merchant=till.merchant if till else read_state(connection).merchant,
    )
    packed.write(head.model_dump_json().encode() + b"\n")
    for name, row in rows_of_history(connection):
        packed.write(json.dumps([name, row], ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


def _the_chain(connection: Connection) -> Chain:
    chains = all_chains(connection)
    if len({chain.till for chain in chains}) != 1:
        raise NotOneShopError
    if any(chain.applied_seq < chain.last_seq for chain in chains):
        raise NotAllPostedError
    return chains[-1]
