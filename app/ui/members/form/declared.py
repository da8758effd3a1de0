"""The fields that the programme declares: each as what it is."""

from collections.abc import Mapping, Sequence
from typing import Literal

from PySide6.QtWidgets import QComboBox, QGridLayout, QSizePolicy, QWidget

from app.domain.programme.model import MemberField
from app.ui.members.words import value_words
from app.ui.session import Session
from app.ui.theme.tokens import Space
from app.ui.widgets.field import Labelled, TextField

_SIDE_BY_SIDE = 2


class DeclaredFields(QWidget):
    """Two side by side behind `first`; what only head office may read is not asked here."""

    def __init__(
        self,
        first: QWidget,
        fields: Sequence[MemberField],
        session: Session,
        values: Mapping[str, str],
        of: Literal["member", "pet"] = "member",
    ) -> None:
        super().__init__()
        self._inputs: dict[str, TextField | QComboBox] = {}
        inside = QGridLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setHorizontalSpacing(Space.L)
        inside.setVerticalSpacing(Space.M)
        inside.addWidget(first, 0, 0)
        asked = [each for each in fields if each.of == of and not each.sealed]
        for place, each in enumerate(asked, start=1):
            one = _box(each, values.get(each.id, ""), session) if each.choices or each.type == "yes_no" else TextField()
            if isinstance(one, TextField):
                one.setText(values.get(each.id, ""))
            self._inputs[each.id] = one
            inside.addWidget(Labelled(session.name(each.names), one), *divmod(place, _SIDE_BY_SIDE))
        if not asked:
            inside.addWidget(QWidget(), 0, 1)  # a column without anything has no gap before it
        for side in range(_SIDE_BY_SIDE):
            inside.setColumnStretch(side, 1)

    def values(self) -> dict[str, str]:
        """What stands in each, by the field's id."""
        return {
            name: one.text().strip() if isinstance(one, TextField) else str(one.currentData())
            for name, one in self._inputs.items()
        }


def _box(declared: MemberField, value: str, session: Session) -> QComboBox:
    box = QComboBox()
    box.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    box.addItem("–", "")
    for kept in ("yes", "no") if declared.type == "yes_no" else declared.choices:
        box.addItem(value_words(declared, kept, session), kept)
    if value and box.findData(value) < 0:
        box.addItem(value, value)  # what an earlier version of the programme had offered
    box.setCurrentIndex(max(0, box.findData(value)))
    return box
