"""Who allows what the operator may not: the dialog that asks."""

from app.ui.approval.approver import Approver

__all__ = ["Approver"]
