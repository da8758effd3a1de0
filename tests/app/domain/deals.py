"""Random sales, refunds and value deals: every field now as most have it, now otherwise."""

from hypothesis import strategies as st

from app.domain.basket import SaleException, Wishes
from app.domain.ids import (
    CardNumber,
    EventId,
    MemberId,
    OperatorId,
    ProductId,
    SaleId,
    ShiftId,
    TierId,
    TillId,
    WalletId,
)
from app.domain.lease import Take
from app.domain.ledger import Lot, Unit
from app.domain.member import TierHeld
from app.domain.programme.model import TenderType
from app.domain.programme.reasons import Reason, ReasonCode
from app.domain.programme.scene import Moment
from app.domain.sale.basis import Basis, LineBasis, PersonBasis
from app.domain.sale.birth import Birth
from app.domain.sale.facts import Origin, Refund, RefundLine, Sale, SaleLine, SaleMember, SaleTender
from app.domain.staff import Approval, Permission
from app.domain.value.facts import Holder, PrincipalRefund, Service, ServiceDeal, TopUp, Transfer

WORDS = st.sampled_from(("", "cash", "shop", "regular", "piece", "茶"))
NUMBERS = st.sampled_from((0, 1, 2, 990, 1_000, -5))
FLAGS = st.booleans()
COUNTS = st.dictionaries(WORDS, NUMBERS, max_size=2)
_NAMES = st.sampled_from(("a", "b"))

TAKES = st.lists(
    st.builds(
        Take, _NAMES.map(Unit), st.builds(Lot, st.sampled_from(("top_up", "sale")), st.just(""), st.just("")), NUMBERS
    ),
    max_size=2,
).map(tuple)
APPROVALS = st.builds(Approval, st.sampled_from(Permission), _NAMES.map(OperatorId), _NAMES.map(OperatorId), WORDS)
ORIGINS = st.builds(
    Origin, _NAMES.map(TillId), NUMBERS, NUMBERS, _NAMES.map(ShiftId), _NAMES.map(OperatorId), WORDS, NUMBERS, NUMBERS
)
TENDERS = st.lists(
    st.builds(SaleTender, WORDS, st.sampled_from(TenderType), NUMBERS, NUMBERS, WORDS, TAKES), max_size=2
).map(tuple)
_REASONS = st.lists(st.builds(Reason, st.sampled_from(ReasonCode), WORDS, NUMBERS, NUMBERS, NUMBERS), max_size=2).map(
    tuple
)
_LINES = st.lists(
    st.builds(
        SaleLine,
        NUMBERS,
        _NAMES.map(ProductId),
        *(WORDS, WORDS, WORDS, WORDS, WORDS),
        *(NUMBERS, NUMBERS, NUMBERS, NUMBERS, NUMBERS),
        _REASONS,
        st.none() | APPROVALS,
        WORDS,
    ),
    max_size=2,
).map(tuple)
_MEMBERS = st.builds(
    SaleMember,
    _NAMES.map(WalletId),
    st.none() | _NAMES.map(MemberId),
    st.none() | _NAMES.map(CardNumber),
    st.none() | _NAMES.map(TierId),
    COUNTS,
    NUMBERS,
)
_PEOPLE = st.builds(
    PersonBasis,
    st.none() | _NAMES.map(TierId),
    st.lists(st.builds(TierHeld, _NAMES.map(TierId), WORDS), max_size=1).map(tuple),
    WORDS,
    WORDS,
    st.none() | st.builds(Birth, NUMBERS, st.lists(WORDS, max_size=2).map(tuple)),
    st.sampled_from(("person", "company")),
    WORDS,
    FLAGS,
    st.frozensets(WORDS, max_size=2),
    st.dictionaries(WORDS, WORDS, max_size=1),
    COUNTS,
)
_SETS = st.frozensets(WORDS, max_size=2)
_BASES = st.builds(
    Basis,
    st.builds(Moment, WORDS, WORDS, WORDS, WORDS),
    st.builds(Wishes, st.none() | NUMBERS, _SETS, _SETS, _SETS, FLAGS),
    st.lists(
        st.builds(LineBasis, NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS, st.none() | NUMBERS, WORDS), max_size=2
    ).map(tuple),
    st.none() | _PEOPLE,
    COUNTS.map(lambda counts: {Unit(name): count for name, count in counts.items()}),
    COUNTS.map(lambda counts: {Unit(name): count for name, count in counts.items()}),
)
SALES = st.builds(
    Sale,
    _NAMES.map(SaleId),
    ORIGINS,
    *(WORDS, NUMBERS, WORDS, NUMBERS, NUMBERS),
    _LINES,
    TENDERS,
    NUMBERS,
    st.none() | _MEMBERS,
    *(TAKES, TAKES, TAKES, TAKES),
    st.lists(st.builds(SaleException, WORDS, APPROVALS), max_size=1).map(tuple),
    st.none() | _BASES,
)
REFUNDS = st.builds(
    Refund,
    _NAMES.map(SaleId),
    _NAMES.map(SaleId),
    WORDS,
    ORIGINS,
    WORDS,
    st.lists(st.builds(RefundLine, NUMBERS, NUMBERS, NUMBERS), max_size=2).map(tuple),
    TENDERS,
    APPROVALS,
    st.none() | _NAMES.map(WalletId),
    *(TAKES, TAKES, TAKES),
    WORDS,
    TAKES,
    *(NUMBERS, NUMBERS),
)
_HOLDERS = st.builds(
    Holder,
    _NAMES.map(WalletId),
    st.none() | _NAMES.map(MemberId),
    st.none() | _NAMES.map(CardNumber),
    st.none() | _NAMES.map(TierId),
)
_EVENTS = _NAMES.map(EventId)
DEALS = st.one_of(
    st.builds(
        TopUp,
        *(_EVENTS, ORIGINS, WORDS, _HOLDERS, TENDERS, NUMBERS, TAKES, TAKES, TAKES),
        st.lists(WORDS, max_size=1).map(tuple),
        *(TAKES, WORDS, NUMBERS),
    ),
    st.builds(
        PrincipalRefund,
        *(_EVENTS, ORIGINS, WORDS, _HOLDERS),
        st.builds(SaleTender, WORDS, st.sampled_from(TenderType), NUMBERS, NUMBERS),
        *(TAKES, APPROVALS, st.none() | _EVENTS, TAKES, TAKES, WORDS),
    ),
    st.builds(Transfer, *(_EVENTS, ORIGINS, WORDS, _HOLDERS, _HOLDERS, TAKES, TAKES), st.none() | APPROVALS),
    st.builds(
        ServiceDeal,
        *(_EVENTS, ORIGINS, WORDS, _HOLDERS, st.sampled_from(Service), WORDS, WORDS, NUMBERS),
        *(TENDERS, TAKES, TAKES, TAKES, WORDS, FLAGS),
        *(st.none() | _EVENTS, st.none() | _EVENTS, st.none() | APPROVALS, NUMBERS),
    ),
)
