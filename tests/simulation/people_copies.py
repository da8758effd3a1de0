"""Every till's copies against head office's streams: nothing is missed, and in the end they are equal."""

import json
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from sqlalchemy import Connection, select

from app.domain.ids import ProductId
from app.services.read_people import member_of
from sync.office.storage.chains import find_chain
from sync.office.storage.enlisted import enlisted_to
from sync.office.storage.regions import stream_of_till
from sync.office.storage.schema import stream_rows
from sync.office.storage.state import read_state
from sync.office.storage.streams import head_of_rows, rows_there
from sync.protocol.streams import ROW_STREAMS
from tests.simulation.headoffice import HeadOffice
from tests.simulation.member_till import CopyHere, MemberTill

# What head office sells.
GOODS = "ABCDE"

# By stream and row: its number, and whether it is gone.
Told = dict[str, dict[str, tuple[int, bool]]]


@dataclass(frozen=True, slots=True)
class Seen:
    """Head office at one moment: its rows by stream, and of each till the stream it carries and what is enlisted."""

    told: Told
    epoch: str
    carried: dict[str, str]
    heard: dict[str, int]


def assert_nobody_has_missed(office: HeadOffice, tills: Sequence[MemberTill]) -> None:
    """Whatever has a number up to a till's cursor is in its copy under that number, and what is gone is not.

    And whom a till has registered it knows, as it has told of them, until head office has heard of it.
    """
    chains = [(till.name, till.store.head.epoch) for till in tills]
    seen = office.world.database.read(partial(_seen, chains=chains))
    for till in tills:
        for stream in ROW_STREAMS:
            copy = till.copy_of(stream)
            if copy.server_epoch == seen.epoch:
                _assert_has_all(f"{till.name} {stream}", seen.told.get(stream, {}), copy)
        copy, carries = till.copy_of_members(), seen.carried[till.name]
        if copy.server_epoch == seen.epoch and copy.stream == carries:
            _assert_has_all(f"{till.name} {carries}", seen.told.get(carries, {}), copy)
        _assert_own_facts_stand(till, seen.heard[till.name])


def assert_copies_are_equal(office: HeadOffice, till: MemberTill) -> None:
    told = office.world.database.read(_told)
    for stream in ROW_STREAMS:
        there = office.world.database.read(partial(_rows, stream=stream))
        here = {row_id: json.loads(text) for row_id, text in till.contents_of(stream).items()}
        assert here == there, f"{till.name}: the copy of {stream} is another"
        head = office.world.database.read(partial(head_of_rows, stream=stream)).n
        assert till.copy_of(stream).cursor == head, f"{till.name}: {stream} is not read to its end"
    live = {row_id: n for row_id, (n, is_gone) in told[_carried(office, till)].items() if not is_gone}
    assert till.copy_of_members().rows == live, f"{till.name}: the copy of the members is another"
    told_prices = {name: json.loads(text)["price_minor"] for name, text in till.contents_of("catalogue").items()}
    with till.store.unit_of_work() as uow:
        goods = [uow.products.by_id(ProductId(name)) for name in GOODS]
    prices = {product.id: product.price_minor for product in goods if product}
    assert prices == told_prices, f"{till.name}: goods are sold at other prices"


def _assert_own_facts_stand(till: MemberTill, heard: int) -> None:
    for who, (name, is_registered) in till.own_people(heard).items():
        with till.store.unit_of_work() as uow:
            here = member_of(uow, till.directory, who)
        assert here or not is_registered, f"{till.name} has registered {who} and knows them no more"
        assert here is None or here.name == name, f"{till.name} calls {who} {here.name}, and has told of {name}"


def _seen(connection: Connection, chains: Sequence[tuple[str, int]]) -> Seen:
    return Seen(
        _told(connection),
        read_state(connection).server_epoch,
        {name: stream_of_till(connection, name) for name, _ in chains},
        {name: _heard_of(connection, name, epoch) for name, epoch in chains},
    )


def _told(connection: Connection) -> Told:
    found: defaultdict[str, dict[str, tuple[int, bool]]] = defaultdict(dict)
    for stream, row_id, n, gone in connection.execute(
        select(stream_rows.c.stream, stream_rows.c.id, stream_rows.c.n, stream_rows.c.gone)
    ):
        found[stream][row_id] = (n, bool(gone))
    return found


def _carried(office: HeadOffice, till: MemberTill) -> str:
    """The stream of the members that a till carries."""
    return office.world.database.read(partial(stream_of_till, till=till.name))


def _heard_of(connection: Connection, till: str, epoch: int) -> int:
    """Up to which of a till's events the register has what it tells."""
    chain = find_chain(connection, till, epoch)
    return enlisted_to(connection, chain) if chain else 0


def _assert_has_all(whose: str, told: dict[str, tuple[int, bool]], copy: CopyHere) -> None:
    for row_id, (n, is_gone) in told.items():
        if n <= copy.cursor:
            had = copy.rows.get(row_id)
            assert had == (None if is_gone else n), f"{whose}: read up to {copy.cursor}, of {row_id} {n} it has {had}"


def _rows(connection: Connection, stream: str) -> dict[str, object]:
    return {row_id: json.loads(text) for row_id, text in rows_there(connection, stream).items()}
