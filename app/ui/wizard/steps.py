"""The steps of the first run, and which of them a shop or a till of a chain needs."""

from enum import Enum


class Step(Enum):
    """One page of the wizard."""

    LANGUAGE = "language"
    KIND = "kind"
    CODE = "code"
    SHOP = "shop"
    PROGRAMME = "programme"
    DEVICES = "devices"
    OPERATOR = "operator"


_ALONE = (Step.LANGUAGE, Step.KIND, Step.SHOP, Step.PROGRAMME, Step.DEVICES, Step.OPERATOR)
# Programme, goods and members of a chain come from its head office.
_CHAIN = (Step.LANGUAGE, Step.KIND, Step.CODE, Step.SHOP, Step.DEVICES, Step.OPERATOR)


def steps_of(*, is_chain: bool) -> tuple[Step, ...]:
    """The steps in their order."""
    return _CHAIN if is_chain else _ALONE
