"""A till that carries copies of head office's streams, by the shipped client, and serves members by them."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from random import Random
from typing import Any, NamedTuple, cast

from app.bootstrap.member_file import DirectoryFile
from app.bootstrap.till import OpenTill
from app.domain.ids import CardNumber, MemberId, OperatorId, WalletId
from app.domain.journal import Event, Kind
from app.domain.member import Card, CardState, Member
from app.domain.people.body import PEOPLE_KINDS, people_fact_of
from app.domain.people.facts import Erasure, PeopleFact, ProfileChange, Registration
from app.domain.staff import Approval, Operator, Permission, PinRecord, Role
from app.domain.value.body import card_change_from_body
from app.ports.directory import DirectoryMark
from app.ports.store import Sought
from app.services.change_card import ChangeCard
from app.services.change_member import ChangeMember
from app.services.codes_in_force import CodesInForce
from app.services.post_sale import PostSale
from app.services.read_cards import cards_of
from app.services.read_people import found_of
from app.services.register_member import RegisterMember
from app.services.stamp import Recorder
from app.services.take_rows import TakeRows
from app.services.view_member import ViewMember
from app.settings import CardRuleSettings, ShopSettings
from app.storage.directory.build import build_directory
from app.storage.directory.place import DirectoryPlace, directory_in_use, use_directory
from app.storage.directory.reader import DirectoryReader
from sync.client.copy_file import CopyFetch
from sync.client.members import MemberCopy
from sync.client.office import BusyError, GoneError
from sync.client.streams import StreamCopies, _reached
from sync.office.services.errors import CopyGoneError, CopyNotReadyError
from sync.office.services.people.look_up_member import LookUpMember
from sync.office.services.streams.feed_rows import FeedRows
from sync.office.services.streams.serve_copies import ServeCopies
from sync.office.services.tills.lend import LendValue
from sync.office.storage.cards import cards_of_wallet
from sync.protocol.messages import Denied, Granted, LeaseRequest, Pull
from sync.protocol.streams import MEMBERS, PULL_ANSWER, ROW_STREAMS, AskChunk, AskCopy, Copy, Find, Found, Rows, TooFar
from tests.simulation.crash import Fuse
from tests.simulation.desk import Desk
from tests.simulation.machine import CASHIER, Dice, Machine
from tests.simulation.wire import Line

BOSS = Operator(OperatorId("zhou"), "周", Role.MANAGER)
CODES = CodesInForce(ShopSettings(cards=(CardRuleSettings(prefix="88", length=6, luhn=False),)))
# So small that most of what is told takes several of them.
PAGE = 2
_KEY = bytes(32)


@dataclass
class MemberLine(Line):
    """The line with what comes down it; a page that is not the last may come twice, also for the question behind it."""

    before: dict[str, Rows] = field(default_factory=dict)
    lent: set[str] = field(default_factory=set)

    def rows(self, message: Pull) -> Rows | TooFar:
        text = message.model_copy(update={"limit": PAGE}).model_dump_json()
        doubled = self.before.pop(message.stream, None)
        if doubled and doubled.server_epoch == message.server_epoch and self.weather._happens(self.weather.double):
            return doubled
        answer = self._carry(
            lambda: PULL_ANSWER.validate_json(FeedRows(self.world())(Pull.model_validate_json(text)).model_dump_json())
        )
        assert isinstance(answer, Rows | TooFar)
        if isinstance(answer, Rows) and answer.more:
            self.before[message.stream] = answer
        return answer

    def copy(self, message: AskCopy) -> Copy:
        def tell() -> Copy | None:
            try:
                return Copy.model_validate_json(ServeCopies(self.world()).tell(message).model_dump_json())
            except CopyNotReadyError:
                return None

        answer = self._carry(tell)
        if answer is None:
            raise BusyError(5)
        return answer

    def chunk(self, message: AskChunk) -> Iterator[bytes]:
        def part() -> bytes | None:
            try:
                return ServeCopies(self.world()).part(message)
            except CopyGoneError:
                return None

        answer = self._carry(part)
        if answer is None:
            raise GoneError
        yield answer

    def lease(self, message: LeaseRequest) -> Granted | Denied:
        """Head office lends nothing of a wallet that nobody may spend from; it repeats what it has said."""
        wallet, said = WalletId(message.wallet), self.lent

        def blocked() -> bool:
            cards = self.world().database.read(lambda connection: cards_of_wallet(connection, wallet))
            return bool(cards) and all(card.state is not CardState.ACTIVE for card in cards)

        def lend() -> Granted | Denied:
            is_blocked, answer = blocked(), LendValue(self.world())(message)
            if isinstance(answer, Granted):
                assert message.id in said or not is_blocked, f"{wallet} was lent, all its cards are stopped"
                said.add(message.id)
            return answer

        return self._carry(lend)

    def find(self, message: Find) -> Found:
        return self._carry(lambda: LookUpMember(self.world())(message))


class CopyHere(NamedTuple):
    """A till's copy of a stream: of which history, read up to where, and the number of each row there is."""

    stream: str
    server_epoch: str
    cursor: int
    rows: dict[str, int]


class MemberTill(Machine):
    """A machine of the town with its copies, and the counter at which members are served."""

    line: MemberLine

    def __init__(self, folder: Path, name: str, line: MemberLine, chance: Random) -> None:
        self.is_pulling = False
        self._told: list[tuple[int, PeopleFact]] = []
        self._seen = self._heard = 0
        self._file: DirectoryFile | None = None
        super().__init__(folder, name, line, chance)

    def _open(self) -> None:
        super()._open()
        place = self._place()
        self.data_dir = self.folder
        self.directory = DirectoryReader(self.folder / place.file, place.key, place.ended)
        self._file = _CrashingFile(cast("OpenTill", self), self.fuse)
        fetch = CopyFetch(self.folder, self.line, lambda *_: None, lambda: False, lambda: False)
        self.copies = StreamCopies(self.store, self.line, lambda work: work(), TakeRows(), seconds=lambda: 0.0)
        self.members = MemberCopy(self.store, self.line, lambda work: work(), self._file, fetch)
        with self.store.unit_of_work() as uow:
            uow.staff.put(PinRecord(BOSS, ""))
            uow.commit()
        recorder = Recorder(self.clock, Dice(self.chance))
        self.register = RegisterMember(self.store, self.directory, recorder, CODES)
        self.change = ChangeMember(self.store, self.directory, recorder)
        self.cards = ChangeCard(self.store, self.directory, recorder, CODES)
        self.view = ViewMember(self.store, self.directory, recorder)
        self.post_sale = PostSale(self.store, self.directory, recorder)
        self.desk = Desk(self.store, self.directory, recorder, CASHIER)

    def reopen(self) -> None:
        """After a crash: nobody holds the directory any more."""
        self.let_go()
        super().reopen()

    def let_go(self) -> None:
        """Of the directory's file."""
        if self._file is not None:
            self._file.close()
            self._file = None
            self.directory.close()

    def pull(self) -> None:
        """Bring all copies up to date, as the sync thread does after its conversation."""
        if self.session.state().server_epoch:
            self.copies.pull()
            self.members.pull()

    def pull_members(self) -> None:
        """The members alone."""
        if self.session.state().server_epoch:
            self.members.pull()

    def look_up(self, phone: str) -> None:
        """A guest, at head office."""
        if self.session.state().server_epoch:
            self.members.find(phone=phone)

    def own_cards(self, wallet: WalletId) -> list[Card]:
        """The cards of a wallet, as this till knows."""
        with self.store.unit_of_work() as uow:
            return list(cards_of(uow, self.directory, wallet))

    def found(self, phone: str) -> list[Member]:
        """Who has this phone, as this till knows."""
        with self.store.unit_of_work() as uow:
            return list(found_of(uow, self.directory, Sought.PHONE, phone, self.directory.by_phone(phone, 9), 9))

    def approved(self, permission: Permission) -> Approval:
        """The boss stands by."""
        return Approval(permission, CASHIER.id, BOSS.id, "x")

    # --- what the checks look at

    def copy_of(self, stream: str) -> "CopyHere":
        """How far a stream was read here; 0 is a row in doubt."""
        with self.store.unit_of_work() as uow:
            rows, reached = uow.fed.rows(stream), _reached(uow, stream)
        return CopyHere(stream, reached.server_epoch, reached.cursor, {row_id: row.n for row_id, row in rows.items()})

    def reads_anew(self) -> bool:
        """Whether any stream is being read from its beginning."""
        with self.store.unit_of_work() as uow:
            return any(_reached(uow, stream).anew for stream in ROW_STREAMS)

    def contents_of(self, stream: str) -> dict[str, str]:
        """The rows themselves."""
        with self.store.unit_of_work() as uow:
            return {row_id: row.content for row_id, row in uow.fed.rows(stream).items()}

    def copy_of_members(self) -> "CopyHere":
        """The same of the members' file, without guests."""
        assert self._file is not None
        holders, mark = self.directory._rows("SELECT wallet, n FROM holder WHERE n > 0"), self._file.mark()
        return CopyHere(mark.stream or MEMBERS, mark.server_epoch, mark.cursor, dict(holders))

    def guests(self) -> Sequence[tuple[str, int]]:
        """Who was looked up here and is not carried."""
        assert self._file is not None
        return self._file.guests()

    def own_people(self, heard: int) -> dict[MemberId, tuple[str, bool]]:
        """Of whom this till has told since its event `heard`: the name it told last, and whether it registered them."""
        for event in self._events_since():
            if event.kind in PEOPLE_KINDS:
                self._told.append((event.seq, people_fact_of(event)))
        self._heard = max(self._heard, heard)
        self._told = [told for told in self._told if told[0] > self._heard]
        names: dict[MemberId, tuple[str, bool]] = {}
        for _, fact in self._told:
            if isinstance(fact, Registration):
                names[fact.member] = (fact.name, True)
            elif isinstance(fact, ProfileChange) and "name" in fact.own:
                names[fact.member] = (fact.own["name"], fact.member in names and names[fact.member][1])
            elif isinstance(fact, Erasure):
                names.pop(fact.member, None)
        return names

    def has_heard_of_a_stop(self, number: CardNumber) -> bool:
        """Whether the last that this till knows of a card is that it opens nothing."""
        told = self.directory._rows("SELECT wallet, state FROM card WHERE number = ?", number)
        state, heard = (
            (told[0][1], self.directory.heard(told[0][0])) if told else ("", self.directory.mark().applied_seq)
        )
        for event in self.events():
            if event.kind is Kind.CARD_CHANGED and event.seq > heard:
                for card in card_change_from_body(event.body()).cards:
                    state = card.state.value if card.number == number else state
        return state not in {"", CardState.ACTIVE.value}

    def _events_since(self) -> list[Event]:
        """What was committed since the last look."""
        with self.store.unit_of_work() as uow:
            events = list(uow.outbox.after(self._seen, 1_000))
        self._seen = events[-1].seq if events else self._seen
        return events

    def _place(self) -> DirectoryPlace:
        """The file in use; an empty one where the till is new."""
        with self.store.unit_of_work() as uow:
            place = directory_in_use(uow.config)
            if place is None:
                place = DirectoryPlace("directory-0.db", _KEY)
                build_directory(self.folder / place.file, _KEY, DirectoryMark(0, 0))
                use_directory(uow.config, place)
                uow.commit()
            return place


class _CrashingFile(DirectoryFile):
    """The shipped one, on connections that can crash."""

    def __init__(self, till: OpenTill, fuse: Fuse) -> None:
        self._fuse = fuse
        super().__init__(till, lambda work: work())
        self._fit()

    def take(self, path: Path, copy: Copy) -> None:
        super().take(path, copy)
        self._fit()

    def _fit(self) -> None:
        self._writer._connection = _Fused(self._writer._connection, self._fuse)


class _Fused:
    """A raw connection whose statements are counted."""

    def __init__(self, raw: Any, fuse: Fuse) -> None:
        self._raw, self.execute = raw, fuse._before(raw.execute)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._raw, name)
