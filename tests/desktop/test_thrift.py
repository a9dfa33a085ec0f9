"""What the desktop says of a metered network and a low battery: real buses, and services that speak the real interfaces."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest
from jeepney import HeaderFields, new_error, new_method_return

from tests.desktop.bus_service import BusService
from tests.desktop.private_bus import PrivateBus
from tracker.desktop import thrift

NETWORK = ("/org/freedesktop/NetworkManager", "org.freedesktop.NetworkManager", "Metered")
BATTERY = ("/org/freedesktop/UPower/devices/DisplayDevice", "org.freedesktop.UPower.Device", "WarningLevel")
PROFILE = ("/org/freedesktop/UPower/PowerProfiles", "org.freedesktop.UPower.PowerProfiles", "ActiveProfile")
OLD_PROFILE = ("/net/hadess/PowerProfiles", "net.hadess.PowerProfiles", "ActiveProfile")
Properties = Mapping[tuple[str, str, str], tuple[str, Any]]


class Service(BusService):
    """Answers org.freedesktop.DBus.Properties.Get. `mute`: takes the question and says nothing."""

    def __init__(self, address: str, names: tuple[str, ...], properties: Properties, *, mute: bool = False) -> None:
        self._properties, self._mute = properties, mute
        super().__init__(address, *names)

    def _heard(self, message: Any) -> None:
        if not self._mute:
            self._conn.send(self._answer(message))

    def _answer(self, message: Any) -> Any:
        key = (message.header.fields[HeaderFields.path], *message.body)
        if message.header.fields[HeaderFields.member] == "Get" and key in self._properties:
            return new_method_return(message, "v", (self._properties[key],))
        return new_error(message, "org.freedesktop.DBus.Error.UnknownProperty", "s", ("no such property",))


def asked(bus: PrivateBus, properties: Properties, *, mute: bool = False) -> str:
    names = ("org.freedesktop.NetworkManager", "org.freedesktop.UPower", "org.freedesktop.UPower.PowerProfiles",
             "net.hadess.PowerProfiles")  # fmt: skip
    service = Service(bus.address, names, properties, mute=mute)
    try:
        return thrift.reason(bus.address)
    finally:
        service.close()


@pytest.mark.parametrize(("metered", "said"), [(0, ""), (1, "metered"), (2, ""), (3, "metered"), (4, "")])
def test_a_metered_network_is_known(bus: PrivateBus, metered: int, said: str) -> None:
    assert asked(bus, {NETWORK: ("u", metered)}) == said


@pytest.mark.parametrize(
    ("level", "said"), [(0, ""), (1, ""), (2, ""), (3, "low-power"), (4, "low-power"), (5, "low-power")]
)
def test_a_low_battery_is_known(bus: PrivateBus, level: int, said: str) -> None:
    assert asked(bus, {NETWORK: ("u", 2), BATTERY: ("u", level)}) == said


@pytest.mark.parametrize("where", [PROFILE, OLD_PROFILE])
def test_the_power_saver_is_known_under_either_name(bus: PrivateBus, where: tuple[str, str, str]) -> None:
    assert asked(bus, {where: ("s", "power-saver")}) == "low-power"
    assert asked(bus, {where: ("s", "balanced")}) == ""


def test_who_is_not_there_or_says_nothing_is_no_reason(bus: PrivateBus, tmp_path: Path) -> None:
    assert thrift.reason(bus.address) == ""  # a bus without any of them
    assert asked(bus, {}) == ""
    assert asked(bus, {NETWORK: ("s", "yes")}) == ""
    assert asked(bus, {NETWORK: ("u", 1)}, mute=True) == ""
    assert thrift.reason(f"unix:path={tmp_path / 'no-bus'}") == ""


def test_where_the_system_bus_is() -> None:
    assert thrift.system_address({"DBUS_SYSTEM_BUS_ADDRESS": "unix:path=/x"}) == "unix:path=/x"
    found = thrift.system_address({})
    assert found is None or found.startswith("unix:path=/")
