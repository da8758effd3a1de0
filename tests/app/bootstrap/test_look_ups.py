"""Who has looked up too much waits as long as head office says, and asks nothing meanwhile."""

import pytest

from app.bootstrap.look_ups import LookUps
from sync.client.office import LookedUpTooOftenError
from tests.app.outside import FixedClock


def test_it_rests_until_head_offices_time_is_over() -> None:
    clock, asked = FixedClock(0), list[str]()
    look_ups = LookUps(clock)

    def refused() -> str:
        asked.append("refused")
        raise LookedUpTooOftenError(15)

    def answered() -> str:
        asked.append("answered")
        return "张三"

    assert look_ups.ask(answered) == "张三"
    with pytest.raises(LookedUpTooOftenError):
        look_ups.ask(refused)
    clock.mono += 14_001
    with pytest.raises(LookedUpTooOftenError) as rests:
        look_ups.ask(answered)
    assert (rests.value.seconds, asked) == (1, ["answered", "refused"])
    clock.mono += 999
    assert look_ups.ask(answered) == "张三"
