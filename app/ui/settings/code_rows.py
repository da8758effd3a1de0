"""One rule by which codes are told apart: numbers that are cards, labels that scales print."""

from PySide6.QtCore import QRegularExpression
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QComboBox

from app.settings import CardRuleSettings, WeighedRuleSettings
from app.ui.settings.edit_rows import EditRow
from app.ui.settings.page import choose_number, numbers_box
from app.ui.widgets.field import Labelled, TextField

_LENGTHS = (8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20)
_KINDS = ("member", "stored_value")
_CHECKED = ("luhn", "none")
_CARRIES = ("weight", "price")
_LABEL_PREFIX = 2


class CardRow(EditRow):
    """Prefix, length, check digit, meaning."""

    def __init__(self, rule: CardRuleSettings | None = None) -> None:
        super().__init__()
        rule = rule or CardRuleSettings(prefix="", length=12)
        self._prefix = _digits(8, rule.prefix)
        self._length, self._kind, self._check = numbers_box(_LENGTHS), _box(_KINDS), _box(_CHECKED)
        choose_number(self._length, rule.length)
        self._kind.setCurrentIndex(self._kind.findData(rule.kind))
        self._check.setCurrentIndex(0 if rule.luhn else 1)
        self._labelled = [Labelled("", field) for field in (self._prefix, self._length, self._kind, self._check)]
        for part, room in zip(self._labelled, (2, 2, 3, 3), strict=True):
            self.line.addWidget(part, room)
        self.close_row()
        self.retranslate()

    def rule(self) -> CardRuleSettings | None:
        """What stands in the fields; None without a prefix, which would make cards of all goods."""
        prefix, length = self._prefix.text(), self._length.currentData()
        if not prefix or len(prefix) >= length:
            return None
        return CardRuleSettings(
            prefix=prefix, length=length, kind=self._kind.currentData(), luhn=self._check.currentData() == "luhn"
        )

    def retranslate(self) -> None:
        """Every text again."""
        captions = (self.tr("Begins with"), self.tr("Digits"), self.tr("Kind"), self.tr("Check digit"))
        for part, caption in zip(self._labelled, captions, strict=True):
            part.set_caption(caption)
        _name(self._kind, (self.tr("member card"), self.tr("stored-value card")))
        _name(self._check, (self.tr("the last (Luhn)"), self.tr("none")))


class LabelRow(EditRow):
    """Prefix, and what the value is."""

    def __init__(self, rule: WeighedRuleSettings | None = None) -> None:
        super().__init__()
        self._prefix = _digits(_LABEL_PREFIX, rule.prefix if rule else "")
        self._carries = _box(_CARRIES)
        self._carries.setCurrentIndex(self._carries.findData(rule.carries if rule else "weight"))
        self._labelled = [Labelled("", field) for field in (self._prefix, self._carries)]
        for part, room in zip(self._labelled, (1, 2), strict=True):
            self.line.addWidget(part, room)
        self.close_row()
        self.retranslate()

    def rule(self) -> WeighedRuleSettings | None:
        """What stands in the fields; None where the prefix is not two digits."""
        if len(self._prefix.text()) != _LABEL_PREFIX:
            return None
        return WeighedRuleSettings(prefix=self._prefix.text(), carries=self._carries.currentData())

    def retranslate(self) -> None:
        """Every text again."""
        for part, caption in zip(self._labelled, (self.tr("Begins with"), self.tr("The value is")), strict=True):
            part.set_caption(caption)
        _name(self._carries, (self.tr("the weight in grams"), self.tr("the price in fen")))


def _digits(most: int, text: str) -> TextField:
    field = TextField()
    field.setMaxLength(most)
    field.setValidator(QRegularExpressionValidator(QRegularExpression(r"\d*"), field))
    field.setText(text)
    return field


def _box(values: tuple[str, ...]) -> QComboBox:
    box = QComboBox()
    for value in values:
        box.addItem("", value)
    return box


def _name(box: QComboBox, words: tuple[str, ...]) -> None:
    for index, word in enumerate(words):
        box.setItemText(index, word)
