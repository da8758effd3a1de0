"""What people in the shop are called."""

from PySide6.QtCore import QCoreApplication

from app.domain.staff import Role
from app.ui.translation import QT_TRANSLATE_NOOP

_ROLES = {
    Role.CASHIER: QT_TRANSLATE_NOOP("Role", "Cashier"),
    Role.SUPERVISOR: QT_TRANSLATE_NOOP("Role", "Supervisor"),
    Role.MANAGER: QT_TRANSLATE_NOOP("Role", "Manager"),
    Role.AUDITOR: QT_TRANSLATE_NOOP("Role", "Auditor"),
}


def role_name(role: Role) -> str:
    """A role in the language of the screens."""
    return QCoreApplication.translate("Role", _ROLES[role])
