"""What the till remembers of head office stays small, however long head office is away."""

from sync.client.state import MOST_ASKED, SyncState
from sync.protocol.messages import LeaseRequest


def asked(number: int, wallet: str = "w-zhang", unit: str = "principal") -> LeaseRequest:
    return LeaseRequest(
        id=f"id-{number}", till="T01", epoch=1, server_epoch="e", wallet=wallet, unit=unit, want=100 + number
    )


def test_of_one_unit_of_a_wallet_only_the_newest_request_is_kept() -> None:
    state = SyncState()
    for number, unit in enumerate(("principal", "points", "principal", "principal")):
        state = state.with_asked(asked(number, unit=unit))
    assert [(kept.id, kept.unit) for kept in state.asked] == [("id-1", "points"), ("id-3", "principal")]


def test_of_many_wallets_the_latest_are_kept() -> None:
    state = SyncState()
    for number in range(3 * MOST_ASKED):
        state = state.with_asked(asked(number, wallet=f"w-{number}"))
    assert [kept.id for kept in state.asked] == [f"id-{number}" for number in range(2 * MOST_ASKED, 3 * MOST_ASKED)]
    assert len(SyncState.model_validate_json(state.model_dump_json()).asked) == MOST_ASKED
