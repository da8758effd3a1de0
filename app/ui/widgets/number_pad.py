"""The pad of figures for fingers: types into a field as the keyboard would."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QSizePolicy, QWidget

from app.ui.theme.icons import Icon
from app.ui.theme.tokens import TARGET, Space
from app.ui.widgets.button import Button, Kind, Size

_FIGURES = (("7", "8", "9"), ("4", "5", "6"), ("1", "2", "3"))


class NumberPad(QWidget):
    """Ten figures, a corner key (`.`, `00` or none) and backspace; never takes the focus from its field."""

    def __init__(self, target: QLineEdit, corner: str = ".") -> None:
        super().__init__()
        self._target = target
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(Space.S)
        self._build_figures()
        self._build_last_row(corner)

    def set_target(self, target: QLineEdit) -> None:
        """Type into another field from now on."""
        self._target = target

    def _build_figures(self) -> None:
        for line, figures in enumerate(_FIGURES):
            for place, figure in enumerate(figures):
                self._add(figure, line, place)

    def _build_last_row(self, corner: str) -> None:
        if corner:
            self._add(corner, 3, 0)
        self._add("0", 3, 1)
        back = Button("", Kind.SECONDARY, icon=Icon.BACKSPACE, size=Size.LARGE)
        back.setAccessibleName("Backspace")
        back.clicked.connect(self._erase)
        self._place(back, 3, 2)

    def _add(self, text: str, line: int, place: int) -> None:
        button = Button(text, Kind.SECONDARY, size=Size.LARGE)
        button.clicked.connect(lambda: self._type(text))
        self._place(button, line, place)

    def _place(self, button: Button, line: int, place: int) -> None:
        button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        button.setMinimumSize(TARGET, TARGET)
        button.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._grid.addWidget(button, line, place)

    def _type(self, text: str) -> None:
        self._target.setFocus()
        self._target.insert(text)

    def _erase(self) -> None:
        self._target.setFocus()
        self._target.backspace()
