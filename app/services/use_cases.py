"""All use cases together, as bootstrap wires them and the screens use them."""

from dataclasses import dataclass

from app.services.advance_refund import AdvanceRefund
from app.services.approve import Approve
from app.services.care import CareForMember
from app.services.change_card import ChangeCard
from app.services.change_member import ChangeMember
from app.services.change_pin import ChangePin
from app.services.change_settings import ChangeSettings
from app.services.close_shift import CloseShift
from app.services.confirm_clock import ConfirmClock
from app.services.find_members import FindMembers
from app.services.have_service import HaveService
from app.services.hold_basket import HoldBasket
from app.services.keep_basket import KeepBasket
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
from app.services.refund_principal import RefundPrincipal
from app.services.refund_sale import RefundSale
from app.services.register_member import RegisterMember
from app.services.report_till import ReportTill
from app.services.shared_rights import SharedRights
from app.services.sign_on import SignOn
from app.services.take_payment import TakePayment
from app.services.take_up_programme import TakeUpProgramme
from app.services.take_up_settings import TakeUpSettings
from app.services.top_up_card import TopUpCard
from app.services.transfer_value import TransferValue
from app.services.try_draft import TryDraft
from app.services.undo_service import UndoService
from app.services.view_member import ViewMember
from app.services.wallet_pin import SetWalletPin


@dataclass(frozen=True, slots=True)
class UseCases:
    """Every one of them is called on the database worker only."""

    sign_on: SignOn
    shared_rights: SharedRights
    take_up_programme: TakeUpProgramme
    take_up_settings: TakeUpSettings
    approve: Approve
    open_shift: OpenShift
    close_shift: CloseShift
    report_till: ReportTill
    move_cash: MoveCash
    advance_refund: AdvanceRefund
    look_up: LookUp
    list_products: ListProducts
    find_members: FindMembers
    view_member: ViewMember
    care: CareForMember
    try_draft: TryDraft
    hold_basket: HoldBasket
    keep_basket: KeepBasket
    post_sale: PostSale
    refund_sale: RefundSale
    take_payment: TakePayment
    pay_back: PayBack
    top_up_card: TopUpCard
    refund_principal: RefundPrincipal
    transfer_value: TransferValue
    have_service: HaveService
    pay_service_back: PayServiceBack
    undo_service: UndoService
    change_card: ChangeCard
    register_member: RegisterMember
    change_member: ChangeMember
    print_slips: PrintSlips
    name_slips: NameSlips
    preview_slip: PreviewSlip
    confirm_clock: ConfirmClock
    change_settings: ChangeSettings
    change_pin: ChangePin
    set_wallet_pin: SetWalletPin
