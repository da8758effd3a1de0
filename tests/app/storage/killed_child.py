"""A till that sells without end and says of each sale, once it is durable, its number: for `test_kill.py`."""

from collections.abc import Sequence
from pathlib import Path

from tests.app.storage.shop import SeededRandomness, Shop, SteadyClock, open_shop


def main(words: Sequence[str]) -> None:
    """Sell until killed; the words are the folder of the till and a seed."""
    data_dir, seed = words
    with open_shop(Path(data_dir)) as opened:
        clock = SteadyClock()
        clock.now = max(clock.now, opened.store.state.high_water_ms + 1_000)
        shop = Shop(opened.store, clock, SeededRandomness(int(seed)))
        if opened.store.head.seq == 1:
            shop.grant("w1", principal=10**12)
        with opened.store.unit_of_work() as uow:
            is_open = uow.shifts.current() is not None
        if not is_open:
            shop.begin_shift()
        while True:
            sale = shop.sell(member=shop.member("w1"), from_card=300)
            if sale.origin.receipt % 5 == 0:
                shop.refund(sale)
            print(opened.store.head.seq, opened.store.head.hash.hex(), flush=True)
