#!/usr/bin/env bash
# Makes an AppImage of the one-folder bundle:  build.sh BUNDLE-FOLDER ICONS-FOLDER TARGET-FOLDER
#
# An AppImage is a small program (the "type-2 runtime") with a squashfs image behind it. mksquashfs is Debian's
# squashfs-tools; the runtime (https://github.com/AppImage/type2-runtime, about 1 MB) is in no registry, so it is not
# fetched here: APPIMAGE_RUNTIME names the file that you have downloaded and whose signature you have checked.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
[ $# = 3 ] || { echo "usage: build.sh BUNDLE-FOLDER ICONS-FOLDER TARGET-FOLDER" >&2; exit 2; }
bundle=$1 icons=$2 target=$3
id=org.spaceracetracker.SpaceRaceTracker
name=space-race-tracker
runtime=${APPIMAGE_RUNTIME:-}
if [ -z "$runtime" ] || [ ! -s "$runtime" ]; then
    echo "AppImage: not built. The type-2 runtime is missing: set APPIMAGE_RUNTIME to the file runtime-$(uname -m)." >&2
    exit 3
fi
# Bytes 8 to 10 of a type-2 runtime are "AI" and 2.
if [ "$(od -An -tx1 -j8 -N3 "$runtime" | tr -d ' \n')" != 414902 ]; then
    echo "AppImage: not built. $runtime is no type-2 runtime." >&2
    exit 3
fi
command -v mksquashfs >/dev/null || { echo "AppImage: not built. mksquashfs is missing (package squashfs-tools)." >&2; exit 3; }

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
dir=$work/AppDir
mkdir -p "$dir/usr/lib" "$dir/usr/share/applications" "$dir/usr/share/icons"
cp -a "$bundle" "$dir/usr/lib/$name"
cp -a "$icons" "$dir/usr/share/icons/hicolor"
cp "$here/../desktop/$id.desktop" "$dir/usr/share/applications/"
cp "$here/AppRun" "$dir/AppRun"
chmod 755 "$dir/AppRun"
ln -s "usr/share/applications/$id.desktop" "$dir/$id.desktop"
ln -s "usr/share/icons/hicolor/256x256/apps/$id.png" "$dir/$id.png"
ln -s "$id.png" "$dir/.DirIcon"

version=$("$bundle/$name" --version | awk '{print $2}')
out=$target/Space_Race_Tracker-$version-$(uname -m).AppImage
moment=${SOURCE_DATE_EPOCH:-$(git -C "$here" log -1 --format=%ct)}
env -u SOURCE_DATE_EPOCH mksquashfs "$dir" "$work/image" -root-owned -noappend -comp zstd -quiet -no-progress \
    -mkfs-time "$moment" -all-time "$moment"
cat "$runtime" "$work/image" >"$out"
chmod 755 "$out"
echo "$out"
