"""A sale's goods and its member, as they stood when it was priced."""

from collections.abc import Sequence

from app.domain.ids import MemberId
from app.domain.member import Holding, Member, MemberView
from app.domain.programme.lifecycle.facts import SoldLine
from app.domain.sale.basis import Basis
from app.domain.sale.birth import birthday_like
from app.domain.sale.facts import Sale, SaleLine

_FEE = "fee"


def goods_of(sale: Sale) -> tuple[SaleLine, ...]:
    """The lines without the fees that stand behind them."""
    lines = list(sale.lines)
    while lines and lines[-1].goods_class == _FEE and not lines[-1].category:
        lines.pop()
    return tuple(lines)


def sold_lines(sale: Sale, lines: Sequence[SaleLine]) -> tuple[SoldLine, ...]:
    """These lines of the sale as a programme hears of them."""
    brands = {line.number: line.brand for line in sale.basis.lines} if sale.basis else {}
    return tuple(
        SoldLine(
            id=line.product,
            list_minor=line.list_minor,
            net_minor=line.net_minor,
            category=line.category,
            goods_class=line.goods_class,
            brand=brands.get(line.number, ""),
            note=line.note,
        )
        for line in lines
    )


def view_then(sale: Sale, basis: Basis) -> MemberView | None:
    """The member and what this till held of their wallet, as the sale was priced; None where nobody was named."""
    if sale.member is None:
        return None
    holdings = {unit: Holding(unit, count, count) for unit, count in basis.held.items()}
    return MemberView(sale.member.wallet, _member_then(sale, basis), None, holdings)


def _member_then(sale: Sale, basis: Basis) -> Member | None:
    who, person = sale.member, basis.person
    if who is None or who.member is None or person is None:
        return None
    return Member(
        id=MemberId(who.member),
        wallet=who.wallet,
        name="",
        phone="",
        tier=person.recorded_tier,
        birthday=birthday_like(person.birth, basis.moment.day),
        joined_on=person.joined_on,
        last_visit_on=person.last_visit_on,
        measures=who.measures,
        added=person.added,
        kind=person.kind,
        gender=person.gender,
        identified=person.identified,
        tags=person.tags,
        fields=person.fields,
        more_tiers=person.more_tiers,
    )
