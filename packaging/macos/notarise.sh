#!/usr/bin/env bash
# Signs, packs and notarises build/bundle/"Space Race Tracker.app" on a Mac. Written from Apple's documentation; never run.
#
#   SIGN_AS="Developer ID Application: ..." NOTARY_PROFILE=name packaging/macos/notarise.sh
#
# The profile is stored once, in the login keychain: xcrun notarytool store-credentials name --apple-id ... --team-id ...
set -euo pipefail
cd "$(dirname "$0")/../.."
: "${SIGN_AS:?the name of a Developer ID certificate}" "${NOTARY_PROFILE:?the name given to notarytool store-credentials}"
app="build/bundle/Space Race Tracker.app"
[ -d "$app" ] || { echo "$app is not there: build it first (packaging/README.md, macOS)" >&2; exit 1; }
version=$(/usr/libexec/PlistBuddy -c 'Print CFBundleShortVersionString' "$app/Contents/Info.plist")
image="dist/space-race-tracker-$version.dmg"

# From the inside out: every library first, the program last. --deep would sign them with the app's entitlements.
find "$app/Contents/Frameworks" -type f \( -name '*.so' -o -name '*.dylib' -o -perm -u+x \) -print0 |
    xargs -0 codesign --force --timestamp --options runtime --sign "$SIGN_AS"
codesign --force --timestamp --options runtime --entitlements packaging/macos/entitlements.plist --sign "$SIGN_AS" "$app"
codesign --verify --deep --strict "$app"

mkdir -p dist
hdiutil create -volname "Space Race Tracker" -srcfolder "$app" -format ULFO -ov "$image"
codesign --force --timestamp --sign "$SIGN_AS" "$image"
xcrun notarytool submit "$image" --keychain-profile "$NOTARY_PROFILE" --wait
xcrun stapler staple "$image"
spctl --assess --type open --context context:primary-signature --verbose "$image"
