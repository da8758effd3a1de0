"""Settle: post together what was kept back while a till joined, or while all of them came back after a restore."""

from collections.abc import Sequence

from sqlalchemy import Connection

from app.domain.lease.office import Fact, Known, Standing
from sync.office.services.ledger.posting import facts_to_post, money_moved, post_facts, read_links, remember_grants
from sync.office.services.world import World
from sync.office.storage.chains import Chain, all_chains, change_chain, lock_chain
from sync.office.storage.journal import hash_at, links_after
from sync.office.storage.ledger import take_staged
from sync.office.storage.state import Mode, OfficeState, change_state, read_state


def may_post(chain: Chain, state: OfficeState) -> bool:
    """Whether this chain's events are posted as they come; else they are kept until the settlement."""
    if state.mode is not Mode.NORMAL:
        return False
    return not chain.is_active or chain.joined_epoch == state.server_epoch


def settle_when_ready(connection: Connection, world: World, chain: Chain) -> None:
    """Settle if this chain was the last to come in; in NORMAL mode it comes in alone. The chain's row is locked."""
    state = read_state(connection)
    fresh = lock_chain(connection, chain.till, chain.epoch) or chain
    joins = fresh.joined_epoch != state.server_epoch and fresh.is_complete(state.server_epoch)
    if state.mode is Mode.RECOVERY:
        settle_recovery(connection, world)
    elif joins or not fresh.is_active:
        _settle(connection, world, state, [fresh])


def settle_recovery(connection: Connection, world: World) -> bool:
    """End RECOVERY if every active till is in."""
    state = read_state(connection)
    waiting = [
        chain for chain in all_chains(connection) if chain.is_active and not chain.is_complete(state.server_epoch)
    ]
    if state.mode is not Mode.RECOVERY or waiting:
        return False
    _settle(connection, world, state, all_chains(connection, lock=True))
    change_state(connection, mode=Mode.NORMAL)
    return True


def _settle(connection: Connection, world: World, state: OfficeState, chains: Sequence[Chain]) -> None:
    facts: list[Fact] = []
    known: list[Known] = []
    for chain in chains:
        has_told_all = chain.is_active and chain.hello_epoch == state.server_epoch
        staged = take_staged(connection, chain.till, chain.epoch, is_all=has_told_all)
        if chain.status is not Standing.WRITTEN_OFF:
            known += staged
            remember_grants(connection, chain, staged)
        facts += _waiting_facts(connection, chain)
    outcome = post_facts(connection, world, state, facts, known)
    for chain in chains:
        joined = state.server_epoch if chain.is_active else chain.joined_epoch
        moved = money_moved(outcome, chain) if chain.status is not Standing.WRITTEN_OFF else 0
        change_chain(
            connection,
            chain,
            applied_seq=chain.last_seq,
            joined_epoch=joined,
            leased_money=chain.leased_money + moved,
        )


def _waiting_facts(connection: Connection, chain: Chain) -> Sequence[Fact]:
    if chain.applied_seq == chain.last_seq:
        return ()
    before = hash_at(connection, chain, chain.applied_seq) or bytes(32)
    links = links_after(connection, chain, chain.applied_seq, before)
    return facts_to_post(connection, chain, read_links(links, chain))
