"""Sixteen writers at once and readers of every stream: no reader misses a change. A sequence's cursor would."""

import random
import threading
import time
from collections import defaultdict
from functools import partial

from sqlalchemy import Connection

from app.domain.checkpoint import added, part_of, written
from app.domain.ids import CardNumber, WalletId
from app.domain.member import Card
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.tell_members import TellMembers
from sync.office.storage.announced import announce
from sync.office.storage.cards import keep_cards
from sync.office.storage.engines import Database
from sync.office.storage.streams import put_rows
from sync.protocol.messages import Pull
from sync.protocol.streams import MEMBERS, ROW_STREAMS, Rows
from tests.sync.office.desk import Desk

WRITERS, TURNS, KEYS = 16, 8, 40


class Reader(threading.Thread):
    """Polls all streams as a till does, and keeps its copies by nothing else."""

    def __init__(self, desk: Desk, name: str, ended: threading.Event) -> None:
        super().__init__()
        self._feed, self._ended, self._desk = FeedRows(desk.world), ended, desk
        self._chain = desk.newcomer(name)
        self.copies: dict[str, dict[str, int]] = defaultdict(dict)
        self.contents: dict[tuple[str, str], object] = {}
        self.sums: dict[str, str] = {}
        self.failures: list[Exception] = []

    def run(self) -> None:
        cursors = dict.fromkeys((*ROW_STREAMS, MEMBERS), 0)
        try:
            while not self._ended.is_set():
                self._round(cursors)
            self._round(cursors)
        except Exception as error:
            self.failures.append(error)

    def _round(self, cursors: dict[str, int]) -> None:
        for stream in cursors:
            while True:
                head = self._chain.head
                pull = Pull(
                    till=head.till,
                    epoch=head.epoch,
                    server_epoch=self._desk.server_epoch,
                    stream=stream,  # type: ignore[arg-type]  # a name of the list
                    cursor=cursors[stream],
                    limit=7,
                )
                answer = self._feed(pull)
                assert isinstance(answer, Rows)
                cursors[stream] = answer.cursor
                self._keep(stream, answer)
                if not answer.more:
                    break

    def _keep(self, stream: str, answer: Rows) -> None:
        for row in answer.rows:
            self.copies[stream].pop(row.id, None)
            if row.content is not None:
                self.copies[stream][row.id] = row.n
                self.contents[stream, row.id] = row.content
        if not answer.more:
            total = 0
            for row_id, n in self.copies[stream].items():
                total = added(total, part_of(row_id, n))
            assert written(total) == answer.checkpoint, stream


class Writer(threading.Thread):
    """Changes rows of every stream, some of them in one transaction; remembers what it wrote last."""

    def __init__(self, desk: Desk, number: int, start: threading.Barrier) -> None:
        super().__init__()
        self._desk, self._number, self._gate = desk, number, start
        self.last: dict[tuple[str, str], object] = {}
        self.members: set[str] = set()
        self.failures: list[Exception] = []

    def run(self) -> None:
        try:
            self._gate.wait()
            for turn in range(TURNS):
                chance = random.Random(f"{self._number}/{turn}")
                keys = [f"{self._number}-{key}" for key in chance.sample(range(KEYS), 4)]
                self._desk.database.write(partial(self._change, turn=turn, keys=keys))
                self.last |= {(stream, key): {"v": turn} for stream in ROW_STREAMS for key in keys}
                self.members |= {f"w{key}" for key in keys}
        except Exception as error:
            self.failures.append(error)

    def _change(self, connection: Connection, turn: int, keys: list[str]) -> None:
        wallets = [WalletId(f"w{key}") for key in keys]
        keep_cards(connection, (Card(CardNumber(f"88{wallet}"), wallet, None) for wallet in wallets))
        announce(connection, wallets)
        for stream in sorted(ROW_STREAMS):
            time.sleep(random.random() / 500)
            put_rows(connection, stream, dict.fromkeys(keys, f'{{"v":{turn}}}'), self._desk.clock.now)


def test_no_reader_misses_a_change_of_sixteen_writers(postgres_database: Database) -> None:
    desk, ended = Desk(postgres_database), threading.Event()
    start = threading.Barrier(WRITERS)
    readers = [Reader(desk, f"R{number}", ended) for number in range(3)]
    writers = [Writer(desk, number, start) for number in range(WRITERS)]
    for thread in (*readers, *writers):
        thread.start()
    for writer in writers:
        writer.join()
    TellMembers(desk.world)()
    ended.set()
    for reader in readers:
        reader.join()
    assert [reader.failures for reader in readers] == [[]] * len(readers)
    assert [writer.failures for writer in writers] == [[]] * WRITERS
    for reader in readers:
        for writer in writers:
            assert {key: reader.contents[key] for key in writer.last} == writer.last
            assert writer.members <= reader.copies[MEMBERS].keys()


def test_a_cursor_over_a_sequence_would_miss_one(postgres_database: Database) -> None:
    """What the head's lock is for: a number drawn earlier is seen later."""
    postgres_database.write(lambda c: c.exec_driver_sql("CREATE SEQUENCE numbers"))
    postgres_database.write(
        lambda c: c.exec_driver_sql("CREATE TABLE told (n bigint DEFAULT nextval('numbers'), x text)")
    )
    drawn, go_on = threading.Event(), threading.Event()

    def slow(connection: Connection) -> None:
        connection.exec_driver_sql("INSERT INTO told (x) VALUES ('slow')")
        drawn.set()
        assert go_on.wait(10)

    thread = threading.Thread(target=lambda: postgres_database.write(slow))
    thread.start()
    assert drawn.wait(10)
    postgres_database.write(lambda c: c.exec_driver_sql("INSERT INTO told (x) VALUES ('quick')"))
    read = "SELECT n, x FROM told WHERE n > %s ORDER BY n"
    first = postgres_database.read(lambda c: c.exec_driver_sql(read, (0,)).all())
    go_on.set()
    thread.join()
    rest = postgres_database.read(lambda c: c.exec_driver_sql(read, (first[-1][0],)).all())
    assert [x for _, x in (*first, *rest)] == ["quick"], "the slow one is never seen"
