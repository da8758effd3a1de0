"""Sales that head office does not believe, and how far each chain's sales were priced again."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlalchemy import Connection, bindparam, func, select, update

from sync.office.storage.chains import Chain
from sync.office.storage.schema import disputes, reacted, replayed
from sync.office.storage.sets import insert_set

_ONCE = "ON CONFLICT (till, epoch, seq, kind) DO NOTHING"
_MOVE = (
    "ON CONFLICT (till, epoch) DO UPDATE SET seq = excluded.seq, priced = replayed.priced + excluded.priced, "
    "passed_over = replayed.passed_over + excluded.passed_over, late = replayed.late + excluded.late"
)
_SEQ = select(replayed.c.seq).where(replayed.c.till == bindparam("of_till"), replayed.c.epoch == bindparam("of_epoch"))


@dataclass(frozen=True, slots=True)
class Dispute:
    """One: `kind` is price or facts, `facts` what both sides say (JSON). `ended_at` (UTC ms) is 0 while it is open."""

    till: str
    epoch: int
    seq: int
    kind: str
    sale: str
    facts: str
    noted_at: int
    ended_by: str = ""
    reason: str = ""
    ended_at: int = 0

    @property
    def name(self) -> str:
        """What a person calls it by."""
        return f"{self.till}:{self.epoch}:{self.seq}:{self.kind}"


@dataclass(frozen=True, slots=True)
class Replayed:
    """How many sales were `priced` again, `passed_over` (another engine or programme); `late` facts were true once."""

    priced: int = 0
    passed_over: int = 0
    late: int = 0


def chains_behind(connection: Connection) -> Sequence[tuple[str, int]]:
    """The chains (till, epoch) of which something was followed up and not yet looked at; one look for all of them."""
    same = (replayed.c.till == reacted.c.till) & (replayed.c.epoch == reacted.c.epoch)
    query = (
        select(reacted.c.till, reacted.c.epoch)
        .outerjoin(replayed, same)
        .where(reacted.c.seq > func.coalesce(replayed.c.seq, 0))
        .order_by(reacted.c.till, reacted.c.epoch)
    )
    return [(row.till, row.epoch) for row in connection.execute(query)]


def replayed_to(connection: Connection, chain: Chain) -> int:
    """The seq of the chain's last event that was looked at; 0 where none was."""
    found = connection.execute(_SEQ, {"of_till": chain.till, "of_epoch": chain.epoch}).scalar()
    return int(found or 0)


def move_replayed(connection: Connection, chain: Chain, seq: int, more: Replayed) -> None:
    """Everything up to `seq` was looked at, and this was found."""
    row = (chain.till, chain.epoch, seq, more.priced, more.passed_over, more.late)
    insert_set(connection, replayed, [row], _MOVE)


def replayed_in_all(connection: Connection) -> Replayed:
    """The counts over all chains."""
    rows = connection.execute(select(replayed.c.priced, replayed.c.passed_over, replayed.c.late)).all()
    return Replayed(*(sum(int(count) for count in column) for column in zip((0, 0, 0), *rows, strict=True)))


def add_disputes(connection: Connection, found: Sequence[Dispute]) -> None:
    """Keep them, each once."""
    rows = [tuple(getattr(each, column.name) for column in disputes.columns) for each in found]
    insert_set(connection, disputes, rows, _ONCE)


def all_disputes(connection: Connection, *, is_open: bool) -> Sequence[Dispute]:
    """Open ones only, or all; by till and event."""
    query = select(disputes).order_by(disputes.c.till, disputes.c.epoch, disputes.c.seq, disputes.c.kind)
    if is_open:
        query = query.where(disputes.c.ended_at == 0)
    return [Dispute(*row) for row in connection.execute(query)]


def close_dispute(connection: Connection, of: Dispute, person: str, reason: str, now_ms: int) -> None:
    """Somebody has looked."""
    key = (disputes.c.till == of.till, disputes.c.epoch == of.epoch, disputes.c.seq == of.seq)
    changed = {"ended_by": person, "reason": reason, "ended_at": now_ms}
    connection.execute(update(disputes).where(*key, disputes.c.kind == of.kind).values(changed))
