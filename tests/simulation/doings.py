"""What happens in a town, one doing after the other, chosen by chance; and how everything ends."""

from collections.abc import Callable
from pathlib import Path

from app.domain.ids import WalletId
from app.domain.lease import Take
from app.domain.ledger import BONUS, POINTS, PRINCIPAL
from sync.client.session import Outcome
from sync.office.services.ledger.recall import RecallValue
from tests.simulation.checks import (
    assert_every_event_is_there_once,
    assert_till_and_office_agree,
    assert_till_is_right,
)
from tests.simulation.crash import CrashError
from tests.simulation.headoffice import RIGHT, WALLETS
from tests.simulation.machine import Machine, member_of
from tests.simulation.nights import assert_the_audit_is_right
from tests.simulation.town import TILLS, Town

# In steps; a night takes as long as some of them.
NIGHTS_EVERY = 500
_UNITS = (PRINCIPAL, PRINCIPAL, PRINCIPAL, BONUS, BONUS, POINTS, RIGHT)


class Doings:
    """Everything that can be done in a town."""

    def __init__(self, town: Town, nights_every: int = NIGHTS_EVERY) -> None:
        self._town = town
        self.nights, self.equal_nights = 0, 0
        self._nights_every = self._next_night = nights_every
        self._chance = town.chance
        self._backups: list[Path] = []
        self._images: list[tuple[str, Path]] = []
        self._is_between = False
        self._all = self._weighted()
        town.weather.meanwhile = self._meanwhile

    def live(self, steps: int) -> None:
        """Things happen until there were so many steps."""
        while self._town.steps < steps:
            if self._chance.randrange(5) == 0:
                self._town.weather.deliver_late()
            self._chance.choice(self._all)()
            if self._town.steps >= self._next_night:
                self._next_night = self._town.steps + self._nights_every
                box = self._town.machines[self.nights % len(self._town.machines)]
                if self._nights_every < NIGHTS_EVERY:  # then this is what the town lives for
                    box.try_to(box.session.push)
                self._night(box)

    def settle(self) -> None:
        """The weather clears up: everything arrives, everybody is heard, and the books agree."""
        town = self._town
        town.weather.clear_up()
        town.office.fuse.disarm()
        while town.weather.late:
            town.weather.deliver_late()
        outcomes: list[Outcome | None] = []
        for _ in range(12):
            outcomes = [self._synchronised(machine) for machine in town.machines]
            if all(outcome in {Outcome.DONE, Outcome.FENCED} for outcome in outcomes) and town.office.is_normal():
                break
        else:
            raise AssertionError(f"it does not settle: {outcomes}, normal: {town.office.is_normal()}")
        for machine in town.machines:
            self._synchronised(machine)
        town.check_everything()
        events = [event for box in town.machines for event in box.events()]
        assert_every_event_is_there_once(town.office, events, town.gone)
        for machine in town.machines:
            assert_till_is_right(machine)
            if machine.is_honest:
                assert_till_and_office_agree(town.office, machine)
            self._night(machine)

    def _night(self, machine: Machine) -> None:
        """The audit of a box as it is; it is no step, for it changes nobody's value."""
        verdict = assert_the_audit_is_right(self._town.office, machine)
        self.nights += 1
        self.equal_nights += bool(verdict and verdict.is_equal)

    def _meanwhile(self) -> None:
        """Something else happens while a till waits for an answer; what happens in between is not cut short itself."""
        if not self._is_between:
            self._is_between = True
            try:
                self._chance.choice(self._all)()
            finally:
                self._is_between = False

    def _weighted(self) -> list[Callable[[], None]]:
        perils = self._town.perils
        doings = (
            [self._sell] * 20 + [self._refund] * 5 + [self._value_deal] * 6 + [self._ask] * 16 + [self._sync] * 24
            + [self._push] * 4 + [self._give_back] * 4 + [self._recall] * 3 + [self._crash_till] * 4
            + [self._crash_office] * 4 + [self._clock_jumps] * 1 + [self._back_up] * 2
        )  # fmt: skip
        if perils.office_restores:
            doings += [self._restore_office]
        if perils.write_offs:
            doings += [self._lose_till]
        if perils.copies:
            doings += [self._take_image, self._copy_till, self._put_till_back]
        return doings

    def _machine(self) -> Machine:
        return self._chance.choice(self._town.machines)

    def _wallet(self) -> WalletId:
        return self._chance.choice(WALLETS)

    # --- at a till

    def _sell(self, machine: Machine | None = None) -> None:
        box, wallet = machine or self._machine(), self._wallet()
        amount = self._chance.randint(100, 2_500)
        how = self._chance.randrange(6)

        def sell() -> None:
            held = box.leases(wallet)
            from_card = [0, amount, held + 1, min(amount, held) // 2][how] if how < 4 else min(amount, held)
            box.sell(wallet, amount, from_card)

        box.try_to(sell)
        self._town.happened()

    def _refund(self) -> None:
        box = self._machine()
        box.try_to(box.refund_last)
        self._town.happened()

    def _value_deal(self) -> None:
        box, view, other = self._machine(), member_of(self._wallet()), member_of(self._wallet())
        amount = self._chance.randint(1, 3_000)
        deals: list[Callable[[], None]] = [
            lambda: box.desk.top_up(view, amount),
            lambda: box.desk.top_up(view, amount),
            lambda: box.desk.pay_out(view, amount // 2),
            lambda: box.desk.transfer(view, other, amount // 2),
            box.desk.undo,
        ]
        box.try_to(self._chance.choice(deals))
        self._town.happened()

    def _give_back(self) -> None:
        box = self._machine()
        if self._chance.randrange(6) == 0:
            box.try_to(lambda: box.session.give_everything_back("shift"))
        else:
            box.try_to(lambda: self._give_part_back(box))
        self._town.happened()

    def _give_part_back(self, box: Machine) -> None:
        with box.store.unit_of_work() as uow:
            held = [lease for lease in uow.outbox.leases() if lease.held > 0]
        if held:
            lease = self._chance.choice(held)
            part = Take(lease.unit, lease.lot, self._chance.randint(1, lease.held))
            box.session.give_back([(lease.wallet, part)], "idle")

    def _clock_jumps(self) -> None:
        self._machine().clock.wall += self._chance.choice([-3_600_000, 400 * 86_400_000, 60_000])
        self._town.happened()

    # --- on the line: here every message is a step

    def _ask(self) -> None:
        box, wallet, unit = self._machine(), self._wallet(), self._chance.choice(_UNITS)
        want = self._chance.randint(1, 2 if unit == RIGHT else 4_000)
        least = self._chance.choice([0, want])
        box.try_to(lambda: box.session.ask(wallet, unit, want, least))

    def _sync(self, machine: Machine | None = None) -> None:
        self._synchronised(machine or self._machine())

    def _push(self) -> None:
        box = self._machine()
        box.try_to(box.session.push)

    def _synchronised(self, box: Machine) -> Outcome | None:
        outcome = box.try_to(box.session.synchronise)
        if box.is_forgotten:
            self._enrol_again(box)
        return outcome

    def _enrol_again(self, box: Machine) -> None:
        """A head office restored from before this till was enrolled does not know it: a person enrols it again."""
        box.is_forgotten = False
        self._town.office.fuse.disarm()
        if not self._town.office.knows(box.name):
            self._town.office.enrol(box.name)
            self._town.happened()

    # --- at head office

    def _recall(self) -> None:
        recall = RecallValue(self._town.office.world)
        self._at_office(lambda: recall(self._wallet(), self._chance.choice(_UNITS)))

    def _back_up(self) -> None:
        self._backups.append(self._town.office.back_up())
        self._town.happened()

    def _restore_office(self) -> None:
        if self._backups and self._chance.randrange(2) == 0:
            self._town.office.restore(self._chance.choice(self._backups))
            self._town.happened()

    def _lose_till(self) -> None:
        """A till is written off; it works on, cut off or not, and a new one takes its place."""
        if len(self._town.machines) > 2 * TILLS or self._chance.randrange(2):
            return
        name = self._machine().name
        if not self._town.office.knows(name):  # restored from before it was enrolled
            return
        self._town.mark_lost(name)
        if self._at_office(lambda: self._town.office.write_off(name)):
            self._town.office.fuse.disarm()
            self._town.new_till()
            self._town.happened()

    def _at_office(self, do: Callable[[], object]) -> bool:
        """Something is done at head office, unless it crashes meanwhile."""
        try:
            do()
        except CrashError:
            return False
        finally:
            self._town.happened()
        return True

    # --- crashes and disks

    def _crash_till(self) -> None:
        box = self._machine()
        box.fuse.set(self._chance.randint(1, 40))
        self._chance.choice([self._sell, self._sync])(box)
        if not box.fuse.disarm():
            self._town.happened()

    def _crash_office(self) -> None:
        self._town.office.fuse.set(self._chance.randint(1, 40))
        self._sync()
        if not self._town.office.fuse.disarm():
            self._town.happened()

    def _take_image(self) -> None:
        if len(self._images) < 2 * TILLS:
            box = self._machine()
            image = self._town.folder / f"image-{len(self._images)}"
            box.copy_to(image)
            self._images.append((box.label, image))
            self._town.happened()

    def _copy_till(self) -> None:
        if self._images and len(self._town.machines) < 2 * TILLS:
            label, image = self._chance.choice(self._images)
            self._town.new_copy(image, self._box(label).name)
            self._town.happened()

    def _put_till_back(self) -> None:
        """A disk is put back from an image; what it had done since is gone from this box, not from the world."""
        if self._images and self._chance.randrange(3) == 0:
            label, image = self._chance.choice(self._images)
            box = self._box(label)
            # What is nowhere else would be lost with the disk; the second volume is there for that, tested elsewhere.
            box.try_to(box.session.synchronise)
            if box.session.state().acked >= box.store.head.seq:
                self._town.gone += box.events()
                box.replace_by(image)
                self._town.mark_copied(box.name)
                self._town.happened()

    def _box(self, label: str) -> Machine:
        return next(box for box in self._town.machines if box.label == label)


def run(seed: int, steps: int) -> None:
    """One seed: a town lives through so many steps, and everything agrees in the end."""
    with Town(seed) as town:
        doings = Doings(town)
        doings.live(steps)
        doings.settle()
