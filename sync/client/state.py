"""What the till remembers of head office, kept with its own store in the transaction of what it is about."""

from functools import lru_cache

from pydantic import BaseModel, ConfigDict

from sync.client.till import Config
from sync.protocol.messages import LeaseRequest

CONFIG_NAME = "sync.state"
MOST_ASKED = 50


class SyncState(BaseModel):
    """`acked`: head office keeps everything up to there. `cursor`: of the lease feed of this server epoch.

    `has_told_totals`: head office of this epoch was told every total G. `mark`: the highest seq it said it knows.
    `fenced`: why there are no leases any more; empty while there are. `mode`: head office's, as it last said.
    `asked`: requests without an answer, at most `MOST_ASKED`, the newest of each unit of a wallet.
    `member_code_key`: what the codes on members' phones are signed with (Ed25519, hex).
    """

    model_config = ConfigDict(frozen=True, extra="ignore")

    server_epoch: str = ""
    acked: int = 0
    cursor: int = 0
    mark: int = 0
    has_told_totals: bool = False
    fenced: str = ""
    must_upgrade: bool = False
    heard_at: int = 0
    soft_expiry_ms: int = 0
    wallet_cap: int | None = None
    mode: str = ""
    asked: tuple[LeaseRequest, ...] = ()
    member_code_key: str = ""

    @property
    def is_recovering(self) -> bool:
        """Whether head office was restored and waits for its tills."""
        return self.mode == "recovery"

    def with_asked(self, request: LeaseRequest) -> "SyncState":
        """The request is remembered; older ones it stands for are not: what they granted stands in the feed."""
        others = [old for old in self.asked if (old.wallet, old.unit) != (request.wallet, request.unit)]
        return self.model_copy(update={"asked": (*others, request)[-MOST_ASKED:]})

    def in_epoch(self, server_epoch: str) -> "SyncState":
        """The same till under a new server epoch: nothing head office said before counts any more."""
        return self.model_copy(
            update={"server_epoch": server_epoch, "cursor": 0, "acked": 0, "mark": 0, "has_told_totals": False}
        )

    def is_stale(self, now_ms: int) -> bool:
        """Whether head office was silent so long that the leases are to be frozen; UTC ms."""
        return bool(self.soft_expiry_ms) and now_ms - self.heard_at > self.soft_expiry_ms


def read_sync_state(config: Config) -> SyncState:
    """What is kept; the beginning of everything where nothing is."""
    return _read(config.get(CONFIG_NAME) or "{}")


@lru_cache(maxsize=8)
def _read(text: str) -> SyncState:
    # Every message begins and ends with it, and it seldom is another one.
    return SyncState.model_validate_json(text)


def keep_sync_state(config: Config, state: SyncState) -> None:
    """Keep it; the caller commits."""
    config.put(CONFIG_NAME, state.model_dump_json())
