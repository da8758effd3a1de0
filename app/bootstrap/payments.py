"""From payment settings to the gateways of the till."""

from collections.abc import Iterable, Mapping

from app.devices.clock import SystemRandomness
from app.devices.payment.gateway import Gateway
from app.domain.ids import PaymentId, uuid7
from app.ports.clock import Clock
from app.ports.payment import PaymentRequest, Way
from app.settings import PaymentSettings

TRIAL_MINOR = 1


def gateways(settings: Iterable[PaymentSettings]) -> Mapping[str, Gateway]:
    """A gateway for each tender kind that has one."""
    return {each.tender: gateway(each) for each in settings}


def gateway(settings: PaymentSettings) -> Gateway:
    """The gateway that the settings name."""
    return Gateway(settings.host, settings.port, Way(settings.way))


def trial_request(clock: Clock) -> PaymentRequest:
    """A cent, under an id of its own."""
    return PaymentRequest(PaymentId(uuid7(clock.now_ms(), SystemRandomness().bytes(10))), TRIAL_MINOR)
