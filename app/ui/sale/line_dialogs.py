"""Small questions about one line: how many, at what price, with which note."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from app.domain.basket import BasketLine
from app.domain.catalogue import Measure
from app.domain.pets import Pet
from app.ports.scanner import ScanEvent
from app.ui.theme.tokens import Space
from app.ui.widgets.amount import money
from app.ui.widgets.button import Button, Kind
from app.ui.widgets.dialog import Dialog
from app.ui.widgets.field import AmountField, Labelled, QuantityField, TextField
from app.ui.widgets.number_pad import NumberPad

_PETS_IN_A_ROW = 3


class QuantityDialog(Dialog):
    """How many of it."""

    decided = Signal(int)

    def __init__(self, host: QWidget, line: BasketLine) -> None:
        super().__init__(host, "", width=400)
        weighed = line.product.measure is Measure.KILOGRAM
        self.set_title(self.tr("Weight in kg") if weighed else self.tr("Quantity"))
        self.set_intro(line.product.name)
        self._field = QuantityField(whole=not weighed)
        self._field.set_milli(line.quantity_milli)
        self.body.addWidget(self._field)
        self.body.addWidget(NumberPad(self._field, "." if weighed else ""))
        self.add_cancel(self.tr("Back"))
        self.add_main(self.tr("Set")).clicked.connect(self._decide)
        self.setFocusProxy(self._field)

    def _decide(self) -> None:
        quantity = self._field.milli()
        if not quantity:
            self.tell(self.tr("The quantity must be more than 0"), self.tr("To take the line out, press F6."))
            return
        self.accept()
        self.decided.emit(quantity)


class PriceDialog(Dialog):
    """At what price a piece or kilogram. `reset` puts its own price back."""

    decided = Signal(int)
    reset = Signal()

    def __init__(self, host: QWidget, line: BasketLine) -> None:
        super().__init__(host, "", width=440)
        self.set_title(self.tr("Change the price"))
        price = money(line.product.price_minor)
        self.set_intro(self.tr("{name}: listed at {price}").format(name=line.product.name, price=price))
        self._field = AmountField()
        self._field.set_minor(line.manual.unit_price_minor if line.manual else line.product.price_minor)
        self.body.addWidget(Labelled(self.tr("New price a piece or kilogram"), self._field))
        self.body.addWidget(NumberPad(self._field))
        self.add_cancel(self.tr("Back"))
        if line.manual:
            self.add_button(self.tr("Own price"), key="F8").clicked.connect(self._reset)
        self.add_main(self.tr("Set")).clicked.connect(self._decide)
        self.setFocusProxy(self._field)

    def _decide(self) -> None:
        price = self._field.minor()
        if price is None:
            self.tell(self.tr("That is no amount"), self.tr("Type it like 12.50."))
            return
        self.accept()
        self.decided.emit(price)

    def _reset(self) -> None:
        self.accept()
        self.reset.emit()


class NoteDialog(Dialog):
    """A note that the receipt carries; where the customer has pets, a key for each."""

    decided = Signal(str)

    def __init__(self, host: QWidget, line: BasketLine, pets: Sequence[Pet] = ()) -> None:
        super().__init__(host, "", width=480)
        self.set_title(self.tr("Note on the receipt"))
        self.set_intro(line.product.name)
        self._field = TextField(takes_names=True)
        self._field.setMaxLength(40)
        self._field.setText(line.note)
        self._field.selectAll()
        self.body.addWidget(self._field)
        self._offer(pets)
        self.add_cancel(self.tr("Back"))
        self.add_main(self.tr("Keep")).clicked.connect(lambda: self._decide(self._field.text()))
        self.setFocusProxy(self._field)

    def _offer(self, pets: Sequence[Pet]) -> None:
        keys = QGridLayout()
        keys.setSpacing(Space.S)
        for place, pet in enumerate(pets):
            button = Button(pet.name, Kind.SECONDARY, key=f"F{place + 1}")
            button.bind_key(self)
            button.clicked.connect(lambda _=False, name=pet.name: self._decide(name))
            keys.addWidget(button, *divmod(place, _PETS_IN_A_ROW))
        self.body.addLayout(keys)

    def _decide(self, note: str) -> None:
        self.accept()
        self.decided.emit(note)


class GiveUpDialog(Dialog):
    """The customer goes: set the basket aside, or clear it. Enter does neither, so that no slip of a finger does."""

    hold_asked = Signal()
    clear_asked = Signal()

    def __init__(self, host: QWidget, total: str) -> None:
        super().__init__(host, "", width=560)
        self.set_title(self.tr("Leave this basket?"))
        self.set_intro(self.tr("Goods for {total} lie in it. Clearing it stays on record.").format(total=total))
        self.add_cancel(self.tr("Go on selling"))
        hold = self.add_button(self.tr("Hold"), key="F7")
        clear = self.add_button(self.tr("Clear"), Kind.DANGER, key="Del")
        hold.clicked.connect(self._hold)
        clear.clicked.connect(self._clear)

    def take_scan(self, event: ScanEvent) -> bool:
        """A scan says that the customer stays; it goes on to the basket."""
        self.reject()
        return False

    def _hold(self) -> None:
        self.accept()
        self.hold_asked.emit()

    def _clear(self) -> None:
        self.accept()
        self.clear_asked.emit()
