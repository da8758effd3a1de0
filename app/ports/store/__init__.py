"""The till's own store, subject by subject; services open a `UnitOfWork` of it."""

from app.ports.store.faults import StoreFullError, StoreUnavailableError
from app.ports.store.journal import Journal, Past, TillState
from app.ports.store.kept import Config, Fed, FedRow, HeldBasket, HeldBaskets
from app.ports.store.ledger import Ledger, LentUnit
from app.ports.store.people import CareNotes, People, Sought, ToldFact
from app.ports.store.sales import Sales, SaleSummary
from app.ports.store.shop import Products, Shifts, Staff
from app.ports.store.slips import Slip, SlipKind, SlipState, Spool
from app.ports.store.unit_of_work import Store, UnitOfWork
from app.ports.store.wallets import Cards, DealSummary, ValueDeals

__all__ = [
    "Cards",
    "CareNotes",
    "Config",
    "DealSummary",
    "Fed",
    "FedRow",
    "HeldBasket",
    "HeldBaskets",
    "Journal",
    "Ledger",
    "LentUnit",
    "Past",
    "People",
    "Products",
    "SaleSummary",
    "Sales",
    "Shifts",
    "Slip",
    "SlipKind",
    "SlipState",
    "Sought",
    "Spool",
    "Staff",
    "Store",
    "StoreFullError",
    "StoreUnavailableError",
    "TillState",
    "ToldFact",
    "UnitOfWork",
    "ValueDeals",
]
