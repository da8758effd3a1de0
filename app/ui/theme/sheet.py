"""The style sheet, written from the tokens."""

from app.ui.theme.tokens import DARK, TARGET, Palette, Radius, Space

_RULES = """
QWidget {{ color: {ink}; }}
QMainWindow, QWidget#screen {{ background: {canvas}; }}
QWidget[ground="surface"] {{ background: {surface}; }}
QWidget[ground="sunken"] {{ background: {sunken}; }}
QFrame[card="true"] {{ background: {surface}; border: 1px solid {line}; border-radius: {large}px; }}
QFrame[rule="true"] {{ background: {line}; border: none; }}
QLabel {{ background: transparent; }}
QLabel[tone="plain"] {{ color: {ink}; }}
QLabel[tone="soft"] {{ color: {ink_soft}; }}
QLabel[tone="faint"] {{ color: {ink_faint}; }}
QLabel[tone="accent"] {{ color: {accent_ink}; }}
QLabel[tone="warn"] {{ color: {warn}; }}
QLabel[tone="bad"] {{ color: {bad}; }}
QLineEdit, QPlainTextEdit {{
    background: {surface}; border: 1px solid {line_strong}; border-radius: {medium}px;
    padding: 0 {m}px; min-height: {field}px; color: {ink};
    selection-background-color: {accent}; selection-color: {on_accent}; placeholder-text-color: {ink_faint};
}}
QPlainTextEdit {{ padding: {s}px {m}px; }}
QLineEdit:focus, QPlainTextEdit:focus {{ border: 2px solid {accent}; padding: 0 {m_less}px; }}
QPlainTextEdit:focus {{ padding: {s_less}px {m_less}px; }}
QLineEdit:disabled, QLineEdit:read-only {{ background: {sunken}; color: {ink_soft}; border-color: {line}; }}
QLineEdit[tall="true"] {{ min-height: {tall}px; }}
QLineEdit[wrong="true"] {{ border: 2px solid {bad}; }}
QComboBox {{
    background: {surface}; border: 1px solid {line_strong}; border-radius: {medium}px;
    padding: 0 {m}px; min-height: {field}px; color: {ink};
}}
QComboBox:focus, QComboBox:on {{ border: 2px solid {accent}; padding: 0 {m_less}px; }}
QComboBox:disabled {{ background: {sunken}; color: {ink_soft}; border-color: {line}; }}
QComboBox::drop-down {{ border: none; width: 36px; }}
QComboBox::down-arrow {{ image: url("{icons}/down-{name}.svg"); width: 20px; height: 20px; }}
QComboBox QAbstractItemView {{
    background: {surface}; border: 1px solid {line_strong}; outline: none; padding: {xs}px;
    selection-background-color: {accent_soft}; selection-color: {on_accent_soft};
}}
QComboBox QAbstractItemView::item {{ min-height: {target}px; padding: 0 {s}px; }}
QCheckBox, QRadioButton {{ spacing: {m}px; min-height: {target}px; color: {ink}; background: transparent; }}
QAbstractItemView {{
    background: {surface}; border: none; outline: none; gridline-color: {line}; color: {ink};
    selection-background-color: {accent_soft}; selection-color: {ink};
}}
QTableView::item {{ border-bottom: 1px solid {line}; padding: 0 {m}px; }}
QTableView::item:selected {{ background: {accent_soft}; color: {ink}; }}
QHeaderView {{ background: {surface}; }}
QHeaderView::section {{
    background: {surface}; color: {ink_faint}; border: none; border-bottom: 1px solid {line_strong};
    padding: 0 {m}px; min-height: 36px; font-weight: normal;
}}
QScrollArea, QScrollArea > QWidget > QWidget[scrolled="true"] {{ background: transparent; border: none; }}
QScrollBar:vertical {{ background: transparent; width: 12px; margin: 2px; }}
QScrollBar::handle:vertical {{ background: {line_strong}; border-radius: 4px; min-height: 48px; }}
QScrollBar::handle:vertical:hover {{ background: {ink_faint}; }}
QScrollBar:horizontal {{ background: transparent; height: 12px; margin: 2px; }}
QScrollBar::handle:horizontal {{ background: {line_strong}; border-radius: 4px; min-width: 48px; }}
QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
QProgressBar {{ background: {sunken}; border: none; border-radius: 3px; max-height: 6px; min-height: 6px; }}
QProgressBar::chunk {{ background: {accent}; border-radius: 3px; }}
QToolTip {{ background: {ink}; color: {surface}; border: none; padding: {s}px; }}
"""


def style_sheet(palette: Palette, icons: str = "") -> str:
    """The whole sheet for one theme; `icons` is the folder of the arrow pictures."""
    colours = {name: getattr(palette, name) for name in palette.__slots__}
    return _RULES.format(
        **colours,
        accent_ink=palette.on_accent_soft if palette is DARK else palette.accent,
        icons=icons,
        large=Radius.LARGE,
        medium=Radius.MEDIUM,
        xs=Space.XS,
        s=Space.S,
        s_less=Space.S - 1,
        m=Space.M,
        m_less=Space.M - 1,
        target=TARGET,
        field=TARGET - 2,
        tall=TARGET + 12,
    )
