"""The changelog in the forms that installers read: AppStream releases and Debian's changelog."""

from __future__ import annotations

import re
import textwrap
from datetime import UTC, datetime, time
from email.utils import format_datetime
from xml.sax.saxutils import escape

from release import MAINTAINER, NAME, Release


def plain(markdown: str) -> str:
    """A changelog line without its marks: *emphasis*, `code` and [links](...)."""
    text = re.sub(r"\[([^\]]+)\]\([^)]*\)", r"\1", markdown)
    return re.sub(r"[*`]", "", text)


def appstream(releases: tuple[Release, ...]) -> str:
    """The <releases> element of the metainfo."""
    lines = ["<releases>"]
    for release in releases:
        kind = "stable" if release.is_out else "development"
        lines.append(f'    <release version="{escape(release.version)}" date="{release.on.isoformat()}" type="{kind}">')
        lines += ["      <description>", "        <ul>"]
        lines += [f"          <li>{escape(plain(news))}</li>" for news in release.news]
        lines += ["        </ul>", "      </description>", "    </release>"]
    return "\n".join([*lines, "  </releases>"])


def debian(releases: tuple[Release, ...]) -> str:
    """debian/changelog: an entry a release."""
    entries = []
    for release in releases:
        moment = format_datetime(datetime.combine(release.on, time(12), tzinfo=UTC))
        news = "\n".join(
            textwrap.fill(plain(line), 78, initial_indent="  * ", subsequent_indent="    ") for line in release.news
        )
        entries.append(f"{NAME} ({release.version}) unstable; urgency=medium\n\n{news}\n\n -- {MAINTAINER}  {moment}\n")
    return "\n".join(entries)
