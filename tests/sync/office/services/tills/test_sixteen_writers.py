"""Sixteen tills upload at once, all about the same few wallets: nobody waits for somebody who waits for him."""

import random
import threading

import pytest

from app.domain.ledger import POINTS, REDEEMED
from sync.office.storage import engines
from sync.protocol.messages import Ack
from tests.sync.office.desk import Desk
from tests.sync.protocol.chains import Chain

TILLS, TURNS, WALLETS = 16, 6, [f"w{number}" for number in range(12)]


def test_uploads_about_the_same_wallets_never_deadlock(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    repeated: list[Exception] = []
    may_run_again = engines._may_run_again

    def watched(error: Exception) -> bool:
        repeated.append(error)
        return may_run_again(error)

    monkeypatch.setattr(engines, "_may_run_again", watched)
    chains = [desk.newcomer(f"T{number:02d}") for number in range(TILLS)]
    failures: list[Exception] = []
    start = threading.Barrier(TILLS)

    def upload(chain: Chain, chance: random.Random) -> None:
        try:
            start.wait()
            for _ in range(TURNS):
                seq = chain.head.seq
                # In another order at each till: what is set-based sorts it, what goes row by row would deadlock.
                for wallet in chance.sample(WALLETS, len(WALLETS)):
                    chain.credit(10, wallet=wallet, unit=POINTS)
                    chain.spend(4, wallet=wallet, unit=POINTS)
                assert isinstance(desk.push(chain, seq), Ack)
        except Exception as error:
            failures.append(error)

    threads = [
        threading.Thread(target=upload, args=(chain, random.Random(number))) for number, chain in enumerate(chains)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert repeated == []
    for wallet in WALLETS:
        assert desk.balance(REDEEMED, wallet=wallet, unit=POINTS) == 4 * TILLS * TURNS
    desk.check()
