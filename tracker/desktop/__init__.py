"""The desktop around the window: notifications, one instance, start with the system, opening links.

One file per foreign library: `bus.py` alone knows jeepney, `native.py` alone desktop-notifier. `notify.py` is the port.
"""
