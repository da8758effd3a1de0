"""What a head office inside a shop tells the till that has started it: a file in its folder, read once and removed."""

from pydantic import BaseModel, ConfigDict

ANNOUNCEMENT = "announcement.json"


class Announcement(BaseModel):
    """Where it answers, its certificate's fingerprint (SHA-256, hex), and a code where it does not know the till."""

    model_config = ConfigDict(frozen=True, extra="ignore")

    address: str
    fingerprint: str
    code: str = ""
