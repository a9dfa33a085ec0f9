"""The small style sheet: what a palette alone cannot say. Lengths are in pixels of the device-independent kind."""

from __future__ import annotations

from tracker.places import shipped
from tracker.ui.palette import Roles


def sheet(roles: Roles) -> str:
    """The whole sheet for one scheme. Widgets choose their look by object name or by the property `look`."""
    return "\n".join((_frames(roles), _controls(roles), _fields(roles), _lists(roles), _bars(roles)))


def _frames(r: Roles) -> str:
    return f"""
    QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
    QMainWindow, QDialog, QWidget#pages, QWidget#page {{ background: {r.window}; }}
    QWidget#topBar, QWidget#navigation, QWidget#inspector, QWidget#statusLine {{ background: {r.surface}; }}
    QWidget#topBar {{ border-bottom: 1px solid {r.line}; }}
    QWidget#navigation {{ border-right: 1px solid {r.line}; }}
    QWidget#inspector {{ border-left: 1px solid {r.line}; }}
    QWidget#statusLine {{ border-top: 1px solid {r.line}; }}
    QScrollArea, QScrollArea > QWidget > QWidget#scrolled {{ background: transparent; border: 0; }}
    QFrame[look="card"] {{ background: {r.surface}; border: 1px solid {r.line}; border-radius: 10px; }}
    QFrame[look="note"] {{ background: transparent; border: 1px solid {r.line}; border-radius: 8px; }}
    QFrame[look="toast"] {{ background: {r.raised}; border: 1px solid {r.control}; border-radius: 8px; }}
    QToolTip {{ background: {r.raised}; color: {r.text}; border: 1px solid {r.control}; padding: 5px 7px; }}
    QSplitter::handle {{ background: transparent; }}
    """


def _controls(r: Roles) -> str:
    return f"""
    QPushButton {{ background: {r.raised}; color: {r.text}; border: 1px solid {r.line}; border-radius: 7px;
        padding: 5px 12px; }}
    QPushButton, QCheckBox, QRadioButton, QComboBox {{ outline: 0; }}
    QPushButton:hover {{ background: {r.hover}; }}
    QPushButton:pressed {{ background: {r.hover}; border: 1px solid {r.control}; }}
    QPushButton:focus {{ border: 1px solid {r.accent}; }}
    QPushButton:disabled {{ color: {r.muted}; background: transparent; }}
    QPushButton[look="primary"] {{ background: {r.accent}; color: {r.on_accent}; border: 1px solid {r.accent}; }}
    QPushButton[look="primary"]:disabled {{ background: transparent; color: {r.muted};
        border: 1px solid {r.line}; }}
    QPushButton[look="primary"]:focus {{ border: 1px solid {r.text}; }}
    QPushButton[look="quiet"] {{ background: transparent; border: 1px solid transparent; color: {r.muted};
        padding: 3px 7px; }}
    QPushButton#failing {{ text-align: left; }}
    QPushButton[look="quiet"]:hover {{ color: {r.text}; background: {r.hover}; }}
    QPushButton[look="quiet"]:focus {{ border: 1px solid {r.accent}; }}
    QPushButton#tableSwitch:checked {{ color: {r.text}; background: {r.hover}; }}
    QPushButton#needsLogin {{ padding-left: 0; }}
    QPushButton[look="health"] {{ background: transparent; border: 1px solid {r.line}; border-radius: 9px;
        padding: 2px 10px; }}
    QPushButton[look="health"]:hover {{ background: {r.hover}; }}
    QPushButton[look="health"]:focus {{ border: 1px solid {r.accent}; }}
    QPushButton::menu-indicator {{ image: none; width: 0; }}
    QSlider::groove:horizontal {{ height: 4px; border-radius: 2px; background: {r.line}; }}
    QSlider::sub-page:horizontal {{ background: {r.accent}; border-radius: 2px; }}
    QSlider::handle:horizontal {{ background: {r.text if r.dark else r.accent}; width: 14px; height: 14px;
        margin: -6px 0; border-radius: 7px; border: 1px solid {r.surface}; }}
    QSlider::handle:horizontal:focus {{ border: 2px solid {r.accent if r.dark else r.text}; }}
    """


def _fields(r: Roles) -> str:
    return f"""
    QLineEdit, QTimeEdit {{ background: {r.raised}; color: {r.text}; border: 1px solid {r.control};
        border-radius: 7px; padding: 6px 10px; selection-background-color: {r.accent};
        selection-color: {r.on_accent}; }}
    QLineEdit:focus, QTimeEdit:focus {{ border: 1px solid {r.accent}; }}
    QTimeEdit {{ padding: 5px 8px; }}
    QTimeEdit::up-button, QTimeEdit::down-button {{ width: 0; border: 0; }}
    QTimeEdit QLineEdit, QTimeEdit QLineEdit:focus {{ border: 0; border-radius: 0; padding: 0; background: transparent; }}
    QTimeEdit:disabled {{ color: {r.muted}; background: transparent; border: 1px solid {r.line}; }}
    QProgressBar {{ background: {r.line}; border: 0; border-radius: 4px; }}
    QProgressBar::chunk {{ background: {r.accent}; border-radius: 4px; }}
    QRadioButton:disabled, QCheckBox:disabled {{ color: {r.muted}; }}
    QComboBox {{ background: {r.raised}; color: {r.text}; border: 1px solid {r.control}; border-radius: 7px;
        padding: 5px 10px; }}
    QComboBox:focus {{ border: 1px solid {r.accent}; }}
    QComboBox::drop-down {{ border: 0; width: 26px; }}
    QComboBox::down-arrow {{ image: url("{_chevron(r)}"); width: 12px; height: 12px; }}
    QComboBox QAbstractItemView {{ background: {r.surface}; color: {r.text}; border: 1px solid {r.line};
        selection-background-color: {r.hover}; selection-color: {r.text}; outline: 0; }}
    QRadioButton, QCheckBox {{ color: {r.text}; spacing: 8px; border: 1px solid transparent; border-radius: 4px;
        padding: 3px; }}
    QRadioButton::indicator {{ width: 13px; height: 13px; border-radius: 7px; border: 1px solid {r.control};
        background: {r.raised}; }}
    QRadioButton::indicator:hover {{ border: 1px solid {r.accent}; }}
    QRadioButton::indicator:checked {{ border: 4px solid {r.accent}; width: 7px; height: 7px;
        background: {r.surface}; }}
    QCheckBox::indicator {{ width: 14px; height: 14px; border-radius: 4px; border: 1px solid {r.control};
        background: {r.raised}; }}
    QCheckBox::indicator:hover {{ border: 1px solid {r.accent}; }}
    QCheckBox::indicator:checked {{ border: 1px solid {r.accent}; background: {r.accent}; image: url("{_tick(r)}"); }}
    QCheckBox::indicator:disabled, QRadioButton::indicator:disabled {{ border: 1px solid {r.line}; }}
    QRadioButton:focus, QCheckBox:focus {{ border: 1px solid {r.accent}; }}
    QTextEdit {{ background: transparent; border: 0; color: {r.text};
        selection-background-color: {r.accent}; selection-color: {r.on_accent}; }}
    """


def _chevron(r: Roles) -> str:
    """The arrow of a choice, a drawing of ours: a style sheet that dresses a combo box takes the stock one away."""
    return (shipped("resources") / "icons" / f"chevron-{'dark' if r.dark else 'light'}.svg").as_posix()


def _tick(r: Roles) -> str:
    """The tick in a check box, dark on the light accent of a dark scheme and light on the others."""
    return (shipped("resources") / "icons" / f"tick-{'dark' if r.dark else 'light'}.svg").as_posix()


def _lists(r: Roles) -> str:
    return f"""
    QListView, QTableView {{ background: transparent; border: 1px solid transparent; border-radius: 7px; outline: 0;
        color: {r.text};
        gridline-color: {r.line}; selection-background-color: {r.hover}; selection-color: {r.text}; }}
    QListView:focus, QTableView:focus {{ border: 1px solid {r.accent}; }}
    QTableView::item {{ border-bottom: 1px solid {r.line}; padding: 6px 8px; }}
    QTableView::indicator {{ width: 13px; height: 13px; border-radius: 4px; border: 1px solid {r.control};
        background: {r.raised}; }}
    QTableView::indicator:checked {{ border: 1px solid {r.accent}; background: {r.accent}; image: url("{_tick(r)}"); }}
    QTableView::item:selected {{ background: {r.hover}; color: {r.text}; }}
    QHeaderView {{ background: transparent; }}
    QHeaderView::section {{ background: transparent; color: {r.muted}; border: 0;
        border-bottom: 1px solid {r.line}; padding: 8px 11px; text-align: left; }}
    QTableCornerButton::section {{ background: transparent; border: 0; }}
    """


def _bars(r: Roles) -> str:
    return f"""
    QScrollBar:vertical {{ background: transparent; width: 10px; margin: 0; }}
    QScrollBar:horizontal {{ background: transparent; height: 10px; margin: 0; }}
    QScrollBar::handle {{ background: {r.control}; border-radius: 3px; margin: 2px; }}
    QScrollBar::handle:vertical {{ min-height: 28px; }}
    QScrollBar::handle:horizontal {{ min-width: 28px; }}
    QScrollBar::handle:hover {{ background: {r.muted}; }}
    QScrollBar::add-line, QScrollBar::sub-line {{ width: 0; height: 0; }}
    QScrollBar::add-page, QScrollBar::sub-page {{ background: transparent; }}
    QMenuBar {{ background: {r.surface}; color: {r.text}; padding: 1px 8px; }}
    QMenuBar::item {{ padding: 4px 8px; border-radius: 5px; background: transparent; }}
    QMenuBar::item:selected {{ background: {r.hover}; }}
    QMenu {{ background: {r.surface}; color: {r.text}; border: 1px solid {r.line}; padding: 5px; }}
    QMenu::item {{ padding: 5px 22px 5px 14px; border-radius: 5px; }}
    QMenu::item:selected {{ background: {r.hover}; }}
    QMenu::item:disabled {{ color: {r.muted}; }}
    QMenu::separator {{ height: 1px; background: {r.line}; margin: 5px 8px; }}
    """
