"""Which use case gets what."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from app.bootstrap.member_codes import signed_by_office
from app.domain.programme.explain import Words
from app.domain.programme.model import Programme
from app.domain.top_up_proof import Sign
from app.ports.clock import Clock, Randomness
from app.ports.directory import Directory
from app.ports.drafts import Drafts, NoDrafts
from app.ports.member_codes import SignedByOffice
from app.ports.pins import PinHasher
from app.ports.store import Store
from app.ports.templates import Templates
from app.ports.value_guard import ValueCap, ValueGuard, always_open, no_cap
from app.services.accept_member_code import AcceptMemberCode
from app.services.advance_refund import AdvanceRefund
from app.services.approve import Approve
from app.services.care import CareForMember
from app.services.change_card import ChangeCard
from app.services.change_member import ChangeMember
from app.services.change_pin import ChangePin
from app.services.change_settings import ChangeSettings
from app.services.close_shift import CloseShift
from app.services.codes_in_force import CodesInForce
from app.services.confirm_clock import ConfirmClock
from app.services.find_members import FindMembers
from app.services.have_service import HaveService
from app.services.hold_basket import HoldBasket
from app.services.keep_basket import KeepBasket
from app.services.lay_out_slip import LayOutSlip, Stationery
from app.services.list_products import ListProducts
from app.services.look_up import LookUp
from app.services.move_cash import MoveCash
from app.services.name_slips import NameSlips
from app.services.open_shift import OpenShift
from app.services.pay_back import PayBack
from app.services.pay_service_back import PayServiceBack
from app.services.post_sale import PostSale
from app.services.preview_slip import PreviewSlip
from app.services.print_slips import PrintSlips
from app.services.programme_in_force import ProgrammeInForce
from app.services.refund_principal import RefundPrincipal
from app.services.refund_sale import RefundSale
from app.services.register_member import RegisterMember
from app.services.report_till import ReportTill
from app.services.shared_rights import SharedRights
from app.services.sign_on import SignOn
from app.services.stamp import Recorder
from app.services.take_payment import TakePayment
from app.services.take_up_programme import TakeUpProgramme
from app.services.take_up_settings import TakeUpSettings
from app.services.top_up_card import TopUpCard
from app.services.transfer_value import TransferValue
from app.services.try_draft import TryDraft
from app.services.undo_service import UndoService
from app.services.use_cases import UseCases
from app.services.value_desk import ValueDesk
from app.services.view_member import ViewMember
from app.services.wallet_pin import SetWalletPin
from app.settings import ShopSettings


@dataclass(frozen=True, slots=True)
class Outside:
    """What the use cases reach the world through."""

    store: Store
    directory: Directory
    clock: Clock
    randomness: Randomness
    hasher: PinHasher
    guard: ValueGuard = always_open
    cap: ValueCap = no_cap
    sign: Sign | None = None
    is_signed: SignedByOffice = signed_by_office


@dataclass(frozen=True, slots=True)
class ShopRules:
    """What the shop has decided: settings, programme, words by language, columns by printer profile, templates.

    `shop` is what head office calls it, empty where there is none.
    """

    settings: ShopSettings
    programme: Programme
    words: Mapping[str, Words]
    columns: Mapping[str, int]
    templates: Templates
    shop: str = ""
    drafts: Drafts = field(default_factory=NoDrafts)


def wire(outside: Outside, rules: ShopRules) -> UseCases:
    """All use cases over these."""
    store, directory = outside.store, outside.directory
    recorder = Recorder(outside.clock, outside.randomness)
    codes, in_force = CodesInForce(rules.settings), ProgrammeInForce(rules.programme)
    accept_member_code = AcceptMemberCode(store, recorder, outside.is_signed)
    find_members = FindMembers(store, directory)
    view_member = ViewMember(store, directory, recorder, outside.guard, lambda: in_force.programme)
    desk = ValueDesk(store, directory, recorder, in_force, outside.guard, outside.cap)
    stationery = Stationery(rules.words, rules.columns, rules.templates)
    lay_out_slip = LayOutSlip(directory, recorder, in_force, stationery, outside.sign)
    return UseCases(
        shared_rights=SharedRights(store, recorder, in_force),
        take_up_programme=TakeUpProgramme(store, recorder, in_force),
        take_up_settings=TakeUpSettings(store, codes, rules.shop),
        sign_on=SignOn(store, recorder, outside.hasher),
        approve=Approve(store, recorder, outside.hasher),
        open_shift=OpenShift(store, recorder),
        close_shift=CloseShift(store, recorder),
        report_till=ReportTill(store),
        move_cash=MoveCash(store, recorder),
        advance_refund=AdvanceRefund(store, recorder),
        look_up=LookUp(store, view_member, find_members, accept_member_code, recorder, codes),
        list_products=ListProducts(store),
        find_members=find_members,
        view_member=view_member,
        care=CareForMember(store, recorder),
        try_draft=TryDraft(store, directory, recorder, outside.clock, rules.drafts, lambda: in_force.programme),
        hold_basket=HoldBasket(store, recorder, view_member),
        keep_basket=KeepBasket(store, view_member),
        post_sale=PostSale(store, directory, recorder, outside.guard, outside.hasher),
        refund_sale=RefundSale(store, directory, recorder, lambda: in_force.programme),
        take_payment=TakePayment(store, recorder),
        pay_back=PayBack(store, recorder),
        top_up_card=TopUpCard(desk),
        refund_principal=RefundPrincipal(desk),
        transfer_value=TransferValue(desk),
        have_service=HaveService(desk),
        pay_service_back=PayServiceBack(desk),
        undo_service=UndoService(desk),
        change_card=ChangeCard(store, directory, recorder, codes),
        register_member=RegisterMember(store, directory, recorder, codes),
        change_member=ChangeMember(store, directory, recorder),
        print_slips=PrintSlips(store, lay_out_slip),
        name_slips=NameSlips(store),
        preview_slip=PreviewSlip(store, lay_out_slip, rules.templates),
        confirm_clock=ConfirmClock(store, recorder),
        set_wallet_pin=SetWalletPin(store, recorder, outside.hasher),
        change_pin=ChangePin(store, recorder, outside.hasher),
        change_settings=ChangeSettings(store, codes),
    )
