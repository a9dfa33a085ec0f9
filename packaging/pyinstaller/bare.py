"""The floor of the size table in packaging/README.md: an empty window, bundled the same way."""

import sys

from PySide6.QtWidgets import QApplication, QWidget

application = QApplication(sys.argv)
window = QWidget()
window.show()
sys.exit(application.exec())
