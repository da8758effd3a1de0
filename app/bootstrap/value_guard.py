"""Whether head office lets this till spend: it is not fenced, and was not silent for too long."""

from app.domain.errors import Why
from app.ports.store import Config
from sync.client.state import read_sync_state


def office_guard(config: Config, now_ms: int) -> Why | None:
    """Fits `app.ports.value_guard.ValueGuard`."""
    state = read_sync_state(config)
    if state.fenced:
        return Why.VALUE_FROZEN_BY_OFFICE
    return Why.VALUE_FROZEN_BY_SILENCE if state.is_stale(now_ms) else None
