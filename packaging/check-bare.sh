#!/usr/bin/env bash
# Proves `make run` and `make test` on a bare Debian: a debootstrap minbase system in a chroot, with nothing but make and
# ca-certificates added (and git's clone made from outside). Run as root, takes some minutes and about 3 GB in /tmp.
#
#   packaging/check-bare.sh [words|run|test|dist ...]      default: all but dist, each on a fresh unpacked system
#
#   words   no root and no sudo: the one line is printed; a person at the terminal is asked; without a display a sentence
#   run     `make run` on an X server of the host: a window appears
#   test    `make test` exits 0
#   dist    `make check-dist` exits 0: the packages are built there, and installed into a bare system inside it
#
# The commit checked is this repository's HEAD. This machine's pip configuration, certificates and mirror are lent.
set -euo pipefail
repository=$(cd "$(dirname "$0")/.." && pwd)
release=${RELEASE:-bookworm}
mirror=${MIRROR:-http://deb.debian.org/debian}
base=${BARE:-/tmp/space-race-bare}
system=$base/system
pristine=$base/$release.tar
display=${BARE_DISPLAY:-97}
mounted=()

[ "$(id -u)" = 0 ] || { echo "check-bare.sh needs root (chroot, mount)" >&2; exit 1; }
mkdir -p "$base"

say() { printf '\n=== %s\n' "$*"; }

lend() {  # a folder of the host, read only, at the same path
    mkdir -p "$system$1"
    mount --bind "$1" "$system$1"
    mount -o remount,bind,ro "$system$1"
    mounted+=("$system$1")
}

put_away() {
    local i
    for ((i = ${#mounted[@]} - 1; i >= 0; i--)); do umount -l "${mounted[i]}" || true; done
    mounted=()
}
trap put_away EXIT

make_pristine() {
    [ -f "$pristine" ] && return
    say "debootstrap --variant=minbase $release"
    rm -rf "$system"
    debootstrap --variant=minbase "$release" "$system" "$mirror" >"$base/debootstrap.log"
    rm -f "$system"/var/cache/apt/archives/*.deb
    tar -C "$base" -cf "$pristine" system
}

pip_folders() {  # folders that this machine's pip configuration names
    { python3 -m pip config list 2>/dev/null; env | grep '^PIP_' || true; } | grep -oE '(file://)?/[A-Za-z0-9._/-]+' |
        sed 's,^file://,,' | sort -u | while read -r path; do
            [ -d "$path" ] && echo "${path%/simple}"  # an index names files beside it
        done | sort -u
}

fresh_system() {
    put_away
    make_pristine
    rm -rf "$system"
    tar -C "$base" -xf "$pristine"
    mount --bind "$system" "$system"; mounted+=("$system")  # a root that is a mount, as a machine's is
    mount -t proc proc "$system/proc"; mounted+=("$system/proc")
    mount --bind /dev "$system/dev"; mounted+=("$system/dev")
    mount -t devpts -o newinstance,ptmxmode=0666 devpts "$system/dev/pts"; mounted+=("$system/dev/pts")
    mount -t tmpfs shm "$system/dev/shm"; mounted+=("$system/dev/shm")
    mkdir -p "$system/tmp/.X11-unix"
    mount --bind /tmp/.X11-unix "$system/tmp/.X11-unix"; mounted+=("$system/tmp/.X11-unix")
    cp /etc/resolv.conf "$system/etc/resolv.conf"
    printf "127.0.0.1 localhost\n" >"$system/etc/hosts"  # as every installed system has it; debootstrap leaves it out
    {
        echo "deb $mirror $release main"
        echo "deb $mirror $release-updates main"
        echo "deb ${mirror%/debian}/debian-security $release-security main"
    } >"$system/etc/apt/sources.list"
    inside root 'apt-get -qq update && DEBIAN_FRONTEND=noninteractive apt-get -qq install -y --no-install-recommends make ca-certificates >/dev/null'
    rm -rf "$system"/var/lib/apt/lists/*  # a fresh system may have no package lists yet
    # What this machine lends: its certificates and how its pip finds packages.
    lend /etc/ssl/certs
    [ -d /usr/local/share/ca-certificates ] && lend /usr/local/share/ca-certificates
    [ -f /etc/pip.conf ] && cp /etc/pip.conf "$system/etc/pip.conf"
    for who in root home/ann; do
        mkdir -p "$system/$who/.config/pip"
        [ -f /root/.config/pip/pip.conf ] && cp /root/.config/pip/pip.conf "$system/$who/.config/pip/"
    done
    for folder in $(pip_folders); do lend "$folder"; done
    inside root 'useradd --no-create-home ann 2>/dev/null || true'
    for who in root home/ann; do
        git clone --quiet --no-hardlinks "$repository" "$system/$who/space-race-tracker"
        # No check ever asks the real sources.
        mkdir -p "$system/$who/.config/space-race-tracker"
        printf 'only = true\n' >"$system/$who/.config/space-race-tracker/sources.toml"
    done
    inside root 'chown -R ann /home/ann'
    packages_before=$(inside root 'dpkg-query -W | wc -l')
    megabytes_before=$(du -xsm "$system" --exclude="$system/opt" --exclude="$system/proc" --exclude="$system/dev" | cut -f1)
}

inside() {  # user, shell words, and NAME=VALUE... for the environment
    local who=$1 words=$2 home=/root
    shift 2
    [ "$who" = root ] || home=/home/$who
    local lent=()
    while IFS= read -r pair; do lent+=("$pair"); done < <(env | grep -E '^(PIP_|SSL_CERT|REQUESTS_CA_BUNDLE|CURL_CA_BUNDLE)' || true)
    local id=0
    [ "$who" = root ] || id=$(chroot "$system" id -u "$who")
    chroot --userspec="$id:$id" "$system" /usr/bin/env -i HOME="$home" USER="$who" LANG=C.UTF-8 TERM=dumb \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "${lent[@]}" "$@" /bin/bash -c "$words"
}

figures() {
    local packages megabytes
    packages=$(inside root 'dpkg-query -W | wc -l')
    megabytes=$(du -xsm "$system" --exclude="$system/opt" --exclude="$system/proc" --exclude="$system/dev" | cut -f1)
    say "$1: $2 s; packages $packages_before -> $packages, $megabytes_before MB -> $megabytes MB (with .venv and pip's cache)"
}

check_words() {
    fresh_system
    say "a person without root or sudo"
    if inside ann 'cd ~/space-race-tracker && make run' </dev/null >"$base/words.log" 2>&1; then
        echo "make run succeeded without its libraries" >&2; return 1
    fi
    grep -F 'apt-get install' "$base/words.log"
    say "a person at the terminal says no"
    inside root 'cd ~/space-race-tracker && echo n | script -qec "make run" /dev/null' >"$base/asked.log" 2>&1 || true
    grep -F 'Install them now? [Y/n]' "$base/asked.log"
    grep -F 'apt-get install' "$base/asked.log"
    [ "$(inside root 'dpkg-query -W | wc -l')" = "$packages_before" ] || { echo "it installed all the same" >&2; return 1; }
    say "root without a display"
    local begun=$SECONDS
    if inside root 'cd ~/space-race-tracker && make run' </dev/null >"$base/nodisplay.log" 2>&1; then
        echo "make run succeeded without a display" >&2; return 1
    fi
    cat "$base/nodisplay.log"
    grep -q 'poll, status, changes, export, read, replay, doctor' "$base/nodisplay.log"
    figures "set-up, then the sentence (make run)" $((SECONDS - begun))
    begun=$SECONDS
    inside root 'cd ~/space-race-tracker && make run' </dev/null >/dev/null 2>&1 || true
    say "again, with nothing to do: $((SECONDS - begun)) s"
    say "the same person once the libraries are there"
    inside ann 'cd ~/space-race-tracker && make run; .venv/bin/space-race-tracker status | head -5' </dev/null
}

check_run() {
    fresh_system
    Xvfb ":$display" -screen 0 1280x800x24 -nolisten tcp >/dev/null 2>&1 &
    local server=$! begun=$SECONDS found='' app i
    inside root 'cd ~/space-race-tracker && exec make run' DISPLAY=":$display" </dev/null >"$base/run.log" 2>&1 &
    app=$!
    for ((i = 0; i < 1200; i++)); do
        found=$(DISPLAY=":$display" xwininfo -root -tree 2>/dev/null | grep -E '"[^"]*Space Race Tracker[^"]*".* [0-9]{3,4}x[0-9]{3,4}\+' | head -1) || true
        [ -n "$found" ] && break
        kill -0 "$app" 2>/dev/null || break
        sleep 0.5
    done
    if [ -n "$found" ]; then
        sleep 3
        DISPLAY=":$display" import -window root "$base/run.png" || true
        say "the window: $found (picture: $base/run.png)"
    fi
    inside root 'for p in /proc/[0-9]*; do [ "$(readlink $p/root)" = / ] && grep -qz "^tracker$" $p/cmdline && kill ${p#/proc/}; done; true' || true
    wait "$app" || true
    kill "$server"; wait "$server" 2>/dev/null || true
    cat "$base/run.log"
    [ -n "$found" ] || { echo "no window appeared" >&2; return 1; }
    figures "make run" $((SECONDS - begun))
}

check_test() {
    fresh_system
    local begun=$SECONDS status=0
    inside root 'cd ~/space-race-tracker && make test' CI=true "PYTEST_ADDOPTS=${PYTEST_ADDOPTS:--rs}" </dev/null >"$base/test.log" 2>&1 || status=$?
    tail -n "${TAIL:-40}" "$base/test.log"
    figures "make test (exit $status, $(grep -oE '[0-9]+ passed' "$base/test.log" | tail -1))" $((SECONDS - begun))
    return "$status"
}

check_dist() {
    fresh_system
    local begun=$SECONDS status=0
    inside root 'cd ~/space-race-tracker && make check-dist' CI=true "MIRROR=$mirror" </dev/null >"$base/dist.log" 2>&1 || status=$?
    grep -E '^(ok|FAULT|dist/|build/|Installing|       |[0-9]+ faults|make:)' "$base/dist.log"
    figures "make check-dist (exit $status)" $((SECONDS - begun))
    return "$status"
}

for check in "${@:-words}" ; do "check_$check"; done
[ $# -gt 0 ] || { check_run; check_test; }
say "all proved"
