"""The endpoint of the night's audit."""

from fastapi import FastAPI, Request

from sync.office.services.night.audit_night import AuditNight
from sync.office.services.world import World
from sync.office.web.signer import check_signer
from sync.protocol.messages import Audit, AuditAnswer


def add_audit(app: FastAPI, world: World) -> None:
    """Tills say here what they have."""
    audit = AuditNight(world)

    @app.post("/v1/audit")
    def post_audit(request: Request, message: Audit) -> AuditAnswer:
        """A till's night, laid beside these books."""
        check_signer(request, message.till, message.epoch)
        return audit(message)
