"""Lay out a slip: from what it is about to a page of the printer's columns, under the settings in force."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from app.domain.errors import BrokenPromiseError
from app.domain.figures.body import figures_from_json
from app.domain.ids import EventId, MemberId, OperatorId, SaleId, ShiftId
from app.domain.journal import Event
from app.domain.ledger import BONUS, POINTS, PRINCIPAL, Unit
from app.domain.programme.explain import Words
from app.domain.receipt.content import ShopHead, SlipFacts, SlipText, gift_parts, refund_parts, sale_parts
from app.domain.receipt.day_sections import ShiftFacts, day_sections
from app.domain.receipt.forms import Form
from app.domain.receipt.layout import lay_out
from app.domain.receipt.page import Page
from app.domain.receipt.reports import Section, report_parts, shift_parts, trial_parts
from app.domain.receipt.sample import sample_parts
from app.domain.receipt.service import counted_unit, service_parts
from app.domain.receipt.template import Parts, Template, compose
from app.domain.receipt.value import value_parts
from app.domain.sale.facts import Refund, Sale
from app.domain.shift import ClosedShift, Shift
from app.domain.staff import Operator
from app.domain.top_up_proof import Sign, proof_of, proof_text
from app.domain.value.facts import ServiceDeal, TopUp, Transfer
from app.ports.directory import Directory
from app.ports.store import Slip, SlipKind, SlipState, UnitOfWork
from app.ports.templates import Templates
from app.services.change_settings import settings_in
from app.services.programme_in_force import ProgrammeInForce
from app.services.read_people import member_of
from app.services.report_till import figures_of
from app.services.stamp import Recorder
from app.services.view_member import wallet_totals

DEFAULT_COLUMNS = 48

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Stationery:
    """What slips are made of: words by language, templates, and the columns of each printer profile's paper."""

    words: Mapping[str, Words]
    columns: Mapping[str, int]
    templates: Templates


@dataclass(frozen=True, slots=True)
class _Style:
    """How slips of one form look under the settings in force."""

    template: Template
    shop: ShopHead
    words: Words
    language: str
    columns: int


@dataclass(frozen=True, slots=True)
class LayOutSlip:
    """Turn slips into pages."""

    directory: Directory
    recorder: Recorder
    rules: ProgrammeInForce
    stationery: Stationery
    sign: Sign | None = None

    def page(self, uow: UnitOfWork, slip: Slip) -> Page:
        """The slip as it prints now; 补打 stands on it when it was asked for again or cut short before."""
        style = self._style(uow, Form(slip.kind.value))
        is_reprint = slip.is_reprint or slip.state is SlipState.BEGUN
        mark = style.words["slip.reprint"] if is_reprint else ""
        blocks = compose(style.template, self._parts(uow, style, slip), style.language, mark)
        return lay_out(blocks, style.columns, self.stationery.templates.logo(style.columns))

    def sample(self, uow: UnitOfWork, form: Form, columns: int | None = None) -> Page:
        """A made-up slip of this form, for the person who arranges its template."""
        style = self._style(uow, form)
        blocks = compose(style.template, sample_parts(form, style.shop, style.words), style.language)
        room = columns or style.columns
        return lay_out(blocks, room, self.stationery.templates.logo(room))

    def x_content(self, uow: UnitOfWork, shift: Shift, operator: Operator) -> dict[str, Any]:
        """What an X report says now: no event holds it, so the slip does."""
        text = self._text(self._style(uow, Form.X_REPORT))
        sections = day_sections(self._shift_facts(uow, shift), figures_of(uow, shift), text)
        return {"sections": sections, "operator": operator.id}

    def _style(self, uow: UnitOfWork, form: Form) -> _Style:
        settings = settings_in(uow)
        language = settings.receipt_language
        template = self.stationery.templates.template(form)
        return _Style(
            template,
            ShopHead(settings.shop_name, settings.shop_address, settings.shop_phone, settings.receipt_footer),
            template.words_over(self.stationery.words[language], language),
            language,
            self.stationery.columns.get(settings.printer.profile, DEFAULT_COLUMNS),
        )

    def _parts(self, uow: UnitOfWork, style: _Style, slip: Slip) -> Parts:
        shop, words = style.shop, style.words
        match slip.kind:
            case SlipKind.SALE | SlipKind.GIFT:
                sale = _found(uow.sales.sale(SaleId(slip.about)))
                parts = gift_parts if slip.kind is SlipKind.GIFT else sale_parts
                return parts(sale, shop, self._text(style), self._facts(uow, sale))
            case SlipKind.REFUND:
                return self._refund(uow, style, _found(uow.sales.refund(SaleId(slip.about))))
            case SlipKind.VALUE | SlipKind.SERVICE:
                return self._deal(uow, style, slip.about)
            case SlipKind.Z_REPORT:
                event = _found(uow.journal.event(EventId(slip.about)))
                return report_parts(shop, words["report.z"], self._z_sections(uow, style, event))
            case SlipKind.X_REPORT:
                return report_parts(shop, words["report.x"], slip.content["sections"] if slip.content else ())
            case SlipKind.SHIFT:
                return self._shift(uow, style, ShiftId(slip.about))
            case SlipKind.TEST:
                return trial_parts(shop, words, SlipFacts(self.recorder.local_time(uow.state().high_water_ms), "", {}))
            case SlipKind.DRAWER:
                return {}

    def _refund(self, uow: UnitOfWork, style: _Style, refund: Refund) -> Parts:
        sale = _found(uow.sales.sale(refund.sale))
        approved_by = _name(uow, refund.approval.approved_by)
        return refund_parts(refund, sale, style.shop, self._text(style), self._facts(uow, refund), approved_by)

    def _deal(self, uow: UnitOfWork, style: _Style, about: str) -> Parts:
        deal = uow.value.deal(EventId(about))
        if deal is None:
            raise BrokenPromiseError("a slip is about value that never moved here")
        text, approval = self._text(style), None if isinstance(deal, TopUp) else deal.approval
        totals = wallet_totals(uow, self.directory, deal.holder.wallet)
        members = (deal.source.member, deal.target.member) if isinstance(deal, Transfer) else (deal.holder.member,)
        facts = SlipFacts(
            self.recorder.local_time(deal.origin.at),
            _name(uow, deal.origin.operator),
            _balances(totals),
            self._names(uow, *members),
        )
        approved_by = _name(uow, approval.approved_by) if approval else ""
        if isinstance(deal, ServiceDeal):
            unit = counted_unit(deal, self.rules.programme)
            left = totals.get(unit, 0) if unit else None
            return service_parts(deal, style.shop, text, facts, approved_by=approved_by, left=left)
        proof = self._proof(uow, deal) if isinstance(deal, TopUp) else ""
        return value_parts(deal, style.shop, text, facts, approved_by=approved_by, proof=proof)

    def _proof(self, uow: UnitOfWork, deal: TopUp) -> str:
        if self.sign is None:
            return ""
        event = _found(uow.journal.event(deal.id))
        return proof_text(proof_of(deal, event.seq, uow.state().merchant), self.sign)

    def _text(self, style: _Style) -> SlipText:
        return SlipText(style.words, style.language, self.rules.programme)

    def _facts(self, uow: UnitOfWork, posted: Sale | Refund) -> SlipFacts:
        time = self.recorder.local_time(posted.origin.at)
        wallet = posted.wallet if isinstance(posted, Refund) else posted.member.wallet if posted.member else None
        totals = wallet_totals(uow, self.directory, wallet) if wallet else {}
        buyer = posted.member.member if isinstance(posted, Sale) and posted.member else None
        return SlipFacts(time, _name(uow, posted.origin.operator), _balances(totals), self._names(uow, buyer))

    def _names(self, uow: UnitOfWork, *members: MemberId | None) -> dict[MemberId, str]:
        """What these members are called now; no event of a sale or deal says it."""
        known = (member_of(uow, self.directory, member) for member in members if member)
        return {member.id: member.name for member in known if member}

    def _z_sections(self, uow: UnitOfWork, style: _Style, event: Event) -> Sequence[Section]:
        body = event.body()
        closed = _found(uow.shifts.closed(ShiftId(body["shift"])))
        figures = figures_from_json(body["figures"])
        return day_sections(self._shift_facts(uow, closed.shift, closed), figures, self._text(style))

    def _shift(self, uow: UnitOfWork, style: _Style, shift_id: ShiftId) -> Parts:
        closed = _found(uow.shifts.closed(shift_id))
        facts, figures = self._shift_facts(uow, closed.shift, closed), figures_of(uow, closed.shift)
        sections = day_sections(facts, figures, self._text(style))
        return shift_parts(style.shop, style.words, sections, uow.shifts.movements(shift_id))

    def _shift_facts(self, uow: UnitOfWork, shift: Shift, closed: ClosedShift | None = None) -> ShiftFacts:
        return ShiftFacts(
            uow.state().till,
            shift.number,
            shift.business_date,
            self._when_and_who(uow, shift.opened_at, shift.opened_by),
            self._when_and_who(uow, closed.closed_at, closed.closed_by) if closed else "",
            closed.counted_minor if closed else None,
        )

    def _when_and_who(self, uow: UnitOfWork, at: int, operator: OperatorId) -> str:
        return f"{self.recorder.local_time(at)} {_name(uow, operator)}"


def _balances(totals: Mapping[Unit, int]) -> dict[str, int]:
    """What a slip says the wallet holds, by word key."""
    shown: dict[str, int] = {}
    if PRINCIPAL in totals or BONUS in totals:
        shown["slip.value_balance"] = totals.get(PRINCIPAL, 0) + totals.get(BONUS, 0)
    if POINTS in totals:
        shown["slip.points_balance"] = totals[POINTS]
    return shown


def _name(uow: UnitOfWork, operator_id: OperatorId) -> str:
    operator = uow.staff.operator(operator_id)
    return operator.name if operator else operator_id


def _found(thing: Thing | None) -> Thing:
    if thing is None:
        raise BrokenPromiseError("a slip is about something that is not in the store")
    return thing
