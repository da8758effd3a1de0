"""The scripted day that is recorded: two tills, every message and every kind of event."""

import hashlib
from collections.abc import Sequence
from typing import Any

import zstandard
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from app.domain.bookkeeping import entries_of_sale, sale_event_body
from app.domain.ids import EventId, MerchantId, TillId
from app.domain.journal import Draft, Event, Kind, seal
from app.domain.night.lots import LotSum
from app.domain.night.summary import Summary, signed_part, summary_text
from app.domain.sale.elsewhere import REFUND_RIGHT, RIGHT_LOT
from sync.protocol.history import HistoryHead, HistoryPart
from sync.protocol.messages import PROTOCOL_VERSION, Audit, Enrol, Hello, LeaseRequest, Listen, Pull
from sync.protocol.open_door import ActionDone, Who
from sync.protocol.sales import SaleAsk
from sync.protocol.streams import AskChunk, AskCopy, Find
from sync.protocol.wire import PushHead
from tests.golden.office import BEGAN_MS, GoldenOffice, Json
from tests.sync.office.services.life.test_react import sale_of
from tests.sync.protocol.chains import DAY, LOT, WALLET, Chain
from tests.sync.protocol.test_kinds import bodies

KEY = Ed25519PrivateKey.from_private_bytes(bytes(range(32)))
PROGRAMME = """
format = 2
id = "club"
version = 1
effective_from = "2025-01-01"
currency = "CNY"
name = { en = "Club" }

[[actions]]
id = "sign_in"
name = { en = "Sign in" }
brings = [{ amount = 5 }]

[[tender_kinds]]
id = "cash"
type = "cash"
name = { en = "Cash" }
"""


class Day:
    """What happens on it, in its order."""

    def __init__(self, office: GoldenOffice) -> None:
        self._office = office
        self._epoch = "none"
        self._one, self._two = Chain(), Chain(TillId("T02"))

    def live(self) -> None:
        """All of it."""
        self._office.act("publish", text=PROGRAMME, effective_from="2025-01-01 00:00", by="chen")
        for till in (self._one, self._two):
            self._joins(till)
        self._everything_a_till_writes()
        self._value_moves()
        self._what_goes_down()
        self._open_door()
        self._members_come()
        self._night()
        self._refund_elsewhere()
        self._a_shop_joins()
        self._trouble()

    def _joins(self, till: Chain) -> None:
        code = self._office.act("code", shop="人民路店")
        public = KEY.public_key().public_bytes_raw().hex()
        name, epoch = till.head.till, till.head.epoch
        enrolled = self._ask("/v1/enrol", Enrol(code=code, till=name, epoch=epoch, public_key=public))
        assert self._hello(till)["answer"] == "epoch_changed"
        self._epoch = enrolled["server_epoch"]
        assert self._hello(till, granted=())["answer"] == "ok"

    def _everything_a_till_writes(self) -> None:
        till = self._one
        for kind in sorted(Kind, key=lambda kind: (kind != Kind.TILL_ENROLLED, kind)):
            till.add(kind, bodies()[kind])
        assert self._push(till, till.events[2:])["answer"] == "gap"
        assert self._push(till, till.events[:5])["answer"] == "ack"
        assert self._hello(till)["answer"] == "resend_from"
        assert self._push(till, till.events[5:])["answer"] == "ack"

    def _value_moves(self) -> None:
        one, two = self._one, self._two
        assert self._lease(one, "r1", want=20_000)["answer"] == "granted"
        assert self._lease(two, "r2", want=90_000, least=90_000)["answer"] == "denied"
        assert self._lease(two, "r3", want=90_000, unit="points", least=1)["answer"] == "denied"
        page = self._ask("/v1/pull", self._pull(one, "leases", 0))
        assert {change["change"] for change in page["changes"]} == {"grant", "recall"}
        listen = Listen(
            till=one.head.till, epoch=one.head.epoch, server_epoch=self._epoch, cursor=page["cursor"], wait_ms=0
        )
        self._ask("/v1/listen", listen)
        before = one.head.seq
        one.add(Kind.LEASE_GRANTED, {"grants": [[WALLET, "principal", LOT.key, 20_000]]})
        one.give_back(300)
        self._push(one, one.since(before))

    def _what_goes_down(self) -> None:
        for stream in ("config", "staff", "programmes", "catalogue", "members"):
            self._ask("/v1/pull", self._pull(self._one, stream, 0))
        assert self._ask("/v1/pull", self._pull(self._one, "catalogue", 999))["answer"] == "too_far"
        self._find(wallet=WALLET)

    def _open_door(self) -> None:
        """A web shop tells of a member whom a till has registered; told twice it is answered alike."""
        one, before, phone = self._one, self._one.head.seq, "13900000001"
        body = bodies()[Kind.MEMBER_REGISTERED]
        one.add(Kind.MEMBER_REGISTERED, {**body, "member": "m-wang", "wallet": "w-wang", "phone": phone})
        self._push(one, one.since(before))
        self._office.act("enlist")
        self._office.act("token", caller="web")
        told = ActionDone(id="visit-1", who=Who(phone=phone), action="sign_in")
        assert self._ask("/v1/open/actions", told) == self._ask("/v1/open/actions", told)

    def _members_come(self) -> None:
        """As a file, part by part and on from where it broke off; and who was looked up is told when they change."""
        head = self._two.head
        found = self._find(phone="13900000001")["rows"]
        told = self._ask("/v1/pull", self._pull(self._two, "members", 0, guests=(("w-wang", found[0]["n"]), ("w9", 3))))
        assert [row["id"] for row in told["guests"]] == ["w-wang", "w9"], "told of for the first time, and nobody"
        ask = AskCopy(till=head.till, epoch=head.epoch, server_epoch=self._epoch)
        assert self._ask("/v1/copy", ask)["status"] == 503
        self._office.act("build")
        copy = self._ask("/v1/copy", ask)
        chunk = AskChunk(
            till=head.till, epoch=head.epoch, stream=copy["stream"], cursor=copy["cursor"], offset=0, length=4_096
        )
        for offset in (0, 4_096):
            assert self._ask("/v1/chunk", chunk.model_copy(update={"offset": offset})) == {"length": 4_096}
        assert self._ask("/v1/chunk", chunk.model_copy(update={"cursor": 0}))["status"] == 410

    def _a_shop_joins(self) -> None:
        """Its history comes in parts, goes on where it broke off, and is not read where another version wrote it."""
        code, public = self._office.act("code", shop="东风路店"), KEY.public_key().public_bytes_raw().hex()
        head = HistoryHead(step="0000", till="T09", epoch=1, last_seq=1, last_hash="00" * 32, merchant="shop")
        file = zstandard.ZstdCompressor().compress(head.model_dump_json().encode() + b"\n")
        part = HistoryPart(
            code=code,
            till="T09",
            epoch=1,
            public_key=public,
            digest=hashlib.sha256(file).hexdigest(),
            size=len(file),
            offset=0,
        )
        for content in (file[:20], b"", file[:20]):
            assert self._join(part, content) == {"answer": "received", "received": 20}
        assert self._join(part.model_copy(update={"offset": 20}), file[20:])["status"] == 403

    def _night(self) -> None:
        self._two.plain()
        assert self._audit(self._two)["answer"] == "audited"  # and not all is pushed
        self._push(self._two, self._two.events)
        assert self._audit(self._two)["answer"] == "audited"
        assert self._audit(self._two.copy(b"\0"), last=0)["answer"] == "audit_again"

    def _refund_elsewhere(self) -> None:
        """The right to refund a sale goes from the till that sold to the one that asks, once it is back."""
        one, two, before = self._one, self._two, self._two.head.seq
        sale = sale_of(1, 1_000)
        draft = Draft(
            EventId(sale.id), Kind.SALE, 0, DAY, sale_event_body(sale, entries_of_sale(sale, MerchantId("shop")))
        )
        sold = seal(draft, two.head)
        two.events.append(sold)
        two.head = sold.head
        self._push(two, two.since(before))
        assert self._sale(one, "T02-1-000009")["answer"] == "sale_unknown"
        wallet = self._sale(one, "T02-1-000001")["wallet"]
        where = {"want": 1, "least": 1, "unit": REFUND_RIGHT, "wallet": wallet}
        assert self._lease(one, "r5", **where)["answer"] == "denied"
        changes = self._ask("/v1/pull", self._pull(two, "leases", 0))["changes"]
        assert {change["change"] for change in changes if change["wallet"] == wallet} == {"grant", "recall"}
        before = two.head.seq
        two.add(Kind.LEASE_GRANTED, {"grants": [[wallet, REFUND_RIGHT, RIGHT_LOT.key, 1]]})
        two.give_back(1, wallet=wallet, unit=REFUND_RIGHT, lot=RIGHT_LOT)
        self._push(two, two.since(before))
        assert self._lease(one, "r6", **where)["answer"] == "granted"

    def _trouble(self) -> None:
        two = self._two
        old = Hello(**{**self._said(two), "protocol": 0})
        assert self._ask("/v1/hello", old)["answer"] == "upgrade"
        image = two.copy(b"\1")
        two.plain()
        self._push(two, two.since(image.head.seq))
        again = self._hello(image)
        assert again["answer"] == "again"
        assert self._hello(image, mark=again["mark"])["answer"] == "fenced"
        other = image.copy(b"\1")
        other.add(Kind.DRAWER_OPENED, bodies()[Kind.DRAWER_OPENED])
        assert self._push(other, other.since(image.head.seq))["answer"] == "fenced"
        self._office.act("restore")
        assert self._hello(self._one)["answer"] == "epoch_changed"
        assert self._lease(self._one, "r4", want=100)["answer"] == "denied"

    # --- messages

    def _ask(self, path: str, message: Any) -> Json:
        return self._office.ask(path, message.model_dump(mode="json"))

    def _said(self, till: Chain, **more: object) -> Json:
        head = till.head
        return {
            "software": "0.1.0",
            "till": head.till,
            "epoch": head.epoch,
            "server_epoch": self._epoch,
            "last_seq": head.seq,
            "last_hash": head.hash.hex(),
            "acked": 0,
            **more,
        }

    def _hello(self, till: Chain, **more: object) -> Json:
        return self._ask("/v1/hello", Hello(**self._said(till, **more)))

    def _push(self, till: Chain, events: Sequence[Event]) -> Json:
        first, last = events[0], events[-1]
        head = PushHead(
            till=till.head.till,
            epoch=till.head.epoch,
            first_seq=first.seq,
            count=len(events),
            prev_hash=first.prev_hash.hex(),
            last_hash=last.hash.hex(),
            keys=tuple((event.seq, event.key.hex()) for event in events if event.key),
        )
        lines = [event.payload.decode() for event in events]
        return self._office.ask("/v1/push", {"head": head.model_dump(mode="json"), "events": lines})

    def _sale(self, till: Chain, receipt: str) -> Json:
        head = till.head
        return self._ask(
            "/v1/sale", SaleAsk(till=head.till, epoch=head.epoch, server_epoch=self._epoch, receipt=receipt)
        )

    def _lease(
        self, till: Chain, number: str, *, want: int, unit: str = "principal", least: int = 0, wallet: str = WALLET
    ) -> Json:
        head = till.head
        request = LeaseRequest(
            id=number,
            till=head.till,
            epoch=head.epoch,
            server_epoch=self._epoch,
            wallet=wallet,
            unit=unit,
            want=want,
            min=least,
        )
        return self._ask("/v1/lease", request)

    def _pull(self, till: Chain, stream: Any, cursor: int, **more: Any) -> Pull:
        head = till.head
        return Pull(till=head.till, epoch=head.epoch, server_epoch=self._epoch, stream=stream, cursor=cursor, **more)

    def _find(self, *, phone: str = "", wallet: str = "") -> Json:
        head = self._one.head
        find = Find(till=head.till, epoch=head.epoch, server_epoch=self._epoch, phone=phone, wallet=wallet)
        return self._ask("/v1/find", find)

    def _join(self, part: HistoryPart, content: bytes) -> Json:
        return self._office.ask("/v1/join", {"part": part.model_dump(mode="json"), "content": content.hex()})

    def _audit(self, till: Chain, last: int | None = None) -> Json:
        head, lots = till.head, LotSum()
        seq = head.seq if last is None else last
        summary = Summary(
            till=head.till,
            epoch=head.epoch,
            server_epoch=self._epoch,
            night="2025-11-24",
            at=BEGAN_MS,
            is_clock_in_doubt=False,
            last_seq=seq,
            last_hash=head.hash.hex() if seq else "00" * 32,
            shifts=(),
            lots=0,
            drawers=lots.drawers,
        )
        text = summary_text(summary)
        message = Audit(
            protocol=PROTOCOL_VERSION,
            till=head.till,
            epoch=head.epoch,
            server_epoch=self._epoch,
            night=summary.night,
            summary=text,
            signature=KEY.sign(signed_part(text)).hex(),
        )
        return self._ask("/v1/audit", message)
