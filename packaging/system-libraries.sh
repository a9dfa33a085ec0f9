#!/usr/bin/env bash
# What the program needs from the system besides Python packages: looked for, and on Debian and Ubuntu installed.
#
#   packaging/system-libraries.sh           Python with venv, and the libraries Qt's wheels do not bring
#   packaging/system-libraries.sh --tests   also what the tests of a real desktop use; never fails for lack of these
#   packaging/system-libraries.sh --packaging   also what `make dist` and `make check-dist` use; fails for lack of these
#
# Nothing is done when nothing is missing. With root or password-less sudo it installs, asking first when a person sits
# at the terminal; otherwise it prints the one line that installs, and exits 1.
set -uo pipefail
export LC_ALL=C  # the answers of apt and ldconfig are read
here=$(cd "$(dirname "$0")" && pwd)
want=${1:-}

# Shared libraries that PySide6's QtWidgets, QtNetwork and its X11 and Wayland plugins link, and the Debian package of
# each. Proved by packaging/check-bare.sh: without the first group not even an offscreen QtWidgets can be imported.
libraries='
libGL.so.1                libgl1
libEGL.so.1               libegl1
libfontconfig.so.1        libfontconfig1
libglib-2.0.so.0          libglib2.0-0
libdbus-1.so.3            libdbus-1-3
libxkbcommon.so.0         libxkbcommon0
libbrotlidec.so.1         libbrotli1
libgssapi_krb5.so.2       libgssapi-krb5-2
libzstd.so.1              libzstd1
libX11-xcb.so.1           libx11-xcb1
libxkbcommon-x11.so.0     libxkbcommon-x11-0
libxcb-cursor.so.0        libxcb-cursor0
libxcb-icccm.so.4         libxcb-icccm4
libxcb-image.so.0         libxcb-image0
libxcb-keysyms.so.1       libxcb-keysyms1
libxcb-randr.so.0         libxcb-randr0
libxcb-render-util.so.0   libxcb-render-util0
libxcb-shape.so.0         libxcb-shape0
libxcb-shm.so.0           libxcb-shm0
libxcb-sync.so.1          libxcb-sync1
libxcb-xfixes.so.0        libxcb-xfixes0
libxcb-xkb.so.1           libxcb-xkb1
libwayland-client.so.0    libwayland-client0
libwayland-cursor.so.0    libwayland-cursor0
libwayland-egl.so.1       libwayland-egl1
'

# Programs that the desktop tests start (tests/desktop/desk.py), and the Debian package of each.
programs='
Xvfb                      xvfb
xdpyinfo                  x11-utils
xdotool                   xdotool
wmctrl                    wmctrl
openbox                   openbox
dbus-daemon               dbus
dbus-run-session          dbus
gnome-keyring-daemon      gnome-keyring
xfce4-panel               xfce4-panel
trayer                    trayer
weston                    weston
gio                       libglib2.0-bin
import                    imagemagick
fc-list                   fontconfig
desktop-file-validate     desktop-file-utils
bwrap                     bubblewrap
'
# Files rather than programs: a notification daemon with real buttons, the accessibility bus, the portal of a
# sandbox (tests/desktop/flatpak_world.py), a web server that is in no
# user's PATH (tests/nginx.py), letters for two languages.
files='
/usr/lib/*/xfce4/notifyd/xfce4-notifyd      xfce4-notifyd
/usr/libexec/at-spi-bus-launcher            at-spi2-core
/usr/libexec/xdg-desktop-portal             xdg-desktop-portal
/usr/libexec/xdg-desktop-portal-gnome       xdg-desktop-portal-gnome
/usr/libexec/xdg-desktop-portal-gtk         xdg-desktop-portal-gtk
/usr/sbin/nginx                             nginx-light
/usr/share/fonts/truetype/dejavu/DejaVuSans.ttf  fonts-dejavu-core
/usr/share/icons/Adwaita/index.theme        adwaita-icon-theme
'

# Programs that build and check the packages (packaging/build_dist.py, check_dist.py), and the Debian package of each.
packaging_programs='
dpkg-shlibdeps            dpkg-dev
readelf                   binutils
xz                        xz-utils
lintian                   lintian
desktop-file-validate     desktop-file-utils
appstreamcli              appstream
man                       man-db
debootstrap               debootstrap
Xvfb                      xvfb
xprop                     x11-utils
import                    imagemagick
mksquashfs                squashfs-tools
unshare                   util-linux
git                       git
'

missing=()    # Debian packages
lacking=()    # what they are for, for other systems

lack() {  # what, package
    lacking+=("$1")
    case " ${missing[*]-} " in *" $2 "*) ;; *) missing+=("$2") ;; esac
}

look_for_python() {
    "$here/find-python.sh" >/dev/null && return
    local version
    version=$(apt-cache policy python3 2>/dev/null | sed -n 's/^ *Candidate: *\([0-9]*\.[0-9]*\).*/\1/p')
    case $version in
        3.[0-9] | 3.10) lack "Python 3.11 or newer with venv" python3.11; lack venv python3.11-venv ;;  # Ubuntu 22.04
        *)              lack "Python 3.11 or newer with venv" python3; lack venv python3-venv ;;
    esac
}

look_for_libraries() {
    local known name package kind=""
    case $(uname -m) in x86_64) kind="x86-64" ;; aarch64) kind="AArch64" ;; esac  # not those of 32 bits beside them
    known=$(PATH="$PATH:/sbin:/usr/sbin" ldconfig -p 2>/dev/null | grep -F "$kind")
    while read -r name package; do
        [ -n "$name" ] || continue
        grep -qF "	$name " <<<"$known" || lack "$name" "$package"
    done <<<"$libraries"
}

look_for_programs() {  # a table of programs and packages
    local name package
    while read -r name package; do
        [ -n "$name" ] || continue
        PATH="$PATH:/sbin:/usr/sbin" command -v "$name" >/dev/null || lack "$name" "$package"
    done <<<"$1"
}

look_for_python_library() {  # PyInstaller takes it along; Debian's python3 has Python linked in and does without
    local name
    name=$("$("$here/find-python.sh")" -c '
import os, sys, sysconfig
name = "python%d.%d" % sys.version_info[:2]
places = [sysconfig.get_config_var("LIBDIR") or "", *("/usr/lib/%s-linux-gnu" % m for m in ("x86_64", "aarch64"))]
print("" if any(os.path.exists("%s/lib%s.so.1.0" % (p, name)) for p in places) else name)') || return
    [ -z "$name" ] || lack "lib$name.so.1.0" "lib$name"
}

look_for_test_programs() {
    local name package
    look_for_programs "$programs"
    while read -r name package; do
        [ -n "$name" ] || continue
        compgen -G "$name" >/dev/null || lack "$name" "$package"
    done <<<"$files"
    # Any font with Chinese will do; the one named is the smallest.
    if ! command -v fc-list >/dev/null || [ -z "$(fc-list :lang=zh-cn file 2>/dev/null)" ]; then
        lack "a font with Chinese" fonts-wqy-microhei
    fi
}

a_person_sits_here() { [ -t 0 ] && [ -z "${CI:-}" ]; }

install() {
    local may=()
    if [ "$(id -u)" != 0 ]; then
        sudo -n true 2>/dev/null || return 1
        may=(sudo -n)
    fi
    if a_person_sits_here; then
        local answer
        read -r -p "Space Race Tracker needs ${#missing[@]} system packages (${missing[*]}). Install them now? [Y/n] " answer
        case $answer in [nN]*) return 1 ;; esac
    else
        echo "Installing ${#missing[@]} system packages: ${missing[*]}"
    fi
    local apt=("${may[@]}" env DEBIAN_FRONTEND=noninteractive apt-get -qq -o DPkg::Lock::Timeout=300)
    local log
    log=$(mktemp)
    # The package lists may be old or not there at all: only then they are fetched.
    if "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >"$log" 2>&1 ||
        { "${apt[@]}" update >>"$log" 2>&1; "${apt[@]}" install -y --no-install-recommends "${missing[@]}" >>"$log" 2>&1; }; then
        rm -f "$log"
        return 0
    fi
    tail -n 15 "$log" >&2
    rm -f "$log"
    return 1
}

the_one_line() {
    local sudo="sudo "
    [ "$(id -u)" = 0 ] && sudo=""
    if command -v apt-get >/dev/null; then
        echo "    ${sudo}apt-get update && ${sudo}apt-get install --no-install-recommends ${missing[*]}"
    elif command -v dnf >/dev/null; then
        local sonames=() thing
        for thing in "${lacking[@]}"; do
            case $thing in *.so.*) sonames+=("'$thing()(64bit)'") ;; *Python*) sonames+=(python3) ;; esac
        done
        echo "    ${sudo}dnf install ${sonames[*]}"
    else
        echo "    with your package manager: ${lacking[*]}"
    fi
}

look() {
    missing=() lacking=()
    look_for_python
    look_for_libraries
    [ "${#missing[@]}" -gt 0 ]
}

if [ "$(uname -s)" != Linux ]; then  # Qt's wheels bring everything on macOS and Windows
    "$here/find-python.sh" >/dev/null && exit 0
    echo "Space Race Tracker needs Python 3.11 or newer." >&2
    exit 1
fi

if look; then
    if ! command -v apt-get >/dev/null || ! install || look; then
        { echo "Space Race Tracker needs these from your system; this line installs them:"; the_one_line; } >&2
        exit 1
    fi
fi

if [ "$want" = --packaging ]; then
    missing=() lacking=()
    look_for_programs "$packaging_programs"
    look_for_python_library
    if [ "${#missing[@]}" -gt 0 ] && { ! command -v apt-get >/dev/null || ! install; }; then
        { echo "Building and checking the packages needs these; this line installs them:"; the_one_line; } >&2
        exit 1
    fi
fi

if [ "$want" = --tests ]; then
    missing=() lacking=()
    look_for_test_programs
    if [ "${#missing[@]}" -gt 0 ] && { ! command -v apt-get >/dev/null || ! install; }; then
        { echo "The tests of a real desktop will be skipped; this line installs what they use:"; the_one_line; } >&2
    fi
fi
exit 0
