"""Which head office this till belongs to: kept in `till.db`, with what it takes to make the till's signing key."""

from dataclasses import dataclass, field

from pydantic import BaseModel, ConfigDict

from app.ports.store import Config

CONFIG_NAME = "sync.office"


class Membership(BaseModel):
    """Address, the fingerprint of the certificate to pin (SHA-256, hex), and the salt of the signing key (hex)."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    address: str
    fingerprint: str
    salt: str
    shop: str = ""


@dataclass(frozen=True, slots=True)
class Placement:
    """A membership with the key that speaks for it; the key is never shown."""

    membership: Membership
    seed: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class ShopOfficeKeys:
    """For a till with its head office inside: the key of `office.db`, and the till's own; neither is ever shown."""

    database: bytes = field(repr=False)
    seed: bytes = field(repr=False)


def membership_in(config: Config) -> Membership | None:
    """The membership; None for a till that stands alone."""
    text = config.get(CONFIG_NAME)
    return Membership.model_validate_json(text) if text else None


def keep_membership(config: Config, membership: Membership) -> None:
    """Keep it; the caller commits."""
    config.put(CONFIG_NAME, membership.model_dump_json())
