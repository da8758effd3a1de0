"""What head office lets this till do with value: spend, while it is not fenced or too silent; hold, up to a cap."""

from app.domain.errors import Why
from app.ports.store import Config
from sync.client.state import read_sync_state


def office_cap(config: Config) -> int | None:
    """Fits `app.ports.value_guard.ValueCap`."""
    return read_sync_state(config).wallet_cap


def office_guard(config: Config, now_ms: int) -> Why | None:
    """Fits `app.ports.value_guard.ValueGuard`."""
    state = read_sync_state(config)
    if state.fenced:
        return Why.VALUE_FROZEN_BY_OFFICE
    return Why.VALUE_FROZEN_BY_SILENCE if state.is_stale(now_ms) else None
