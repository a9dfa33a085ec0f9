"""The names a plain feed is made of: namespaces, the elements that are read, and those that mean nothing here.

A name that is in none of these lists is not plain. All local names are in lower case, behind the prefix that feedparser
knows their namespace by.
"""

from __future__ import annotations

from collections.abc import Mapping

SPACES: Mapping[str, tuple[str, ...]] = {  # the namespaces whose elements feedparser gives a meaning
    "": (
        "http://www.w3.org/2005/atom", "http://purl.org/rss/1.0/", "http://backend.userland.com/rss",
        "http://blogs.law.harvard.edu/tech/rss", "http://my.netscape.com/rdf/simple/0.9/", "http://example.com/newformat#",
        "http://example.com/necho", "http://purl.org/echo/", "uri/of/echo/namespace#", "http://purl.org/pie/",
        "http://purl.org/atom/ns#", "http://purl.org/rss/1.0/modules/rss091#",
    ),
    "content": ("http://purl.org/rss/1.0/modules/content/",),
    "dc": ("http://purl.org/dc/elements/1.1/",),
    "dcterms": ("http://purl.org/dc/terms/",),
    "media": ("http://search.yahoo.com/mrss", "http://search.yahoo.com/mrss/"),
    "itunes": ("http://www.itunes.com/dtds/podcast-1.0.dtd", "http://example.com/dtds/podcast-1.0.dtd"),
    "feedburner": ("http://rssnamespace.org/feedburner/ext/1.0",),
    "rdf": ("http://www.w3.org/1999/02/22-rdf-syntax-ns#",),
    "xml": ("http://www.w3.org/xml/1998/namespace",),
    "xhtml": ("http://www.w3.org/1999/xhtml",),
    "admin": ("http://webns.net/mvcb/",),
    "cc": ("http://creativecommons.org/ns#license", "http://web.resource.org/cc/"),
    "creativecommons": (
        "http://cyber.law.harvard.edu/rss/creativecommonsrssmodule.html",
        "http://backend.userland.com/creativecommonsrssmodule",
    ),
    "georss": ("http://www.georss.org/georss",),
    "gml": ("http://www.opengis.net/gml",),
    "psc": ("http://podlove.org/simple-chapters",),
}  # fmt: skip
PREFIX_OF = {uri: prefix for prefix, uris in SPACES.items() for uri in uris}
READ_KEYS = frozenset(("title", "summary", "content", "published", "updated", "created", "issued"))
"""Prefixes that would make a foreign name look like one of feedparser's own ("title_detail")."""

TEXTS = {  # an element of an entry and what feedparser calls it
    "title": "title", "description": "description", "dc_description": "description", "summary": "summary", "content": "content",
    "content_encoded": "content", "guid": "id", "id": "id", "pubdate": "published", "published": "published",
    "issued": "published", "dcterms_issued": "published", "updated": "updated", "modified": "updated",
    "dc_date": "updated", "dcterms_modified": "updated", "created": "created", "dcterms_created": "created",
}  # fmt: skip
QUIET = frozenset((
    "author", "category", "comments", "enclosure", "contributor", "source", "dc_creator", "dc_author", "dc_publisher",
    "dc_subject", "dc_identifier", "dc_format", "dc_type", "dc_source", "media_content", "media_group", "media_thumbnail",
    "media_credit", "media_keywords", "media_category", "media_rating", "media_copyright", "media_text", "itunes_author",
    "itunes_duration", "itunes_explicit", "itunes_episode", "itunes_episodetype", "itunes_season", "itunes_order",
    "itunes_block", "itunes_image", "itunes_keywords", "feedburner_origlink",
))  # fmt: skip
QUIET_OF_FEED = QUIET | frozenset((
    "link", "subtitle", "copyright", "rights", "lastbuilddate", "pubdate", "updated", "description", "generator", "docs",
    "ttl", "managingeditor", "webmaster", "id", "icon", "logo", "cloud", "image", "items", "dc_rights", "dc_date",
    "itunes_type", "itunes_owner", "itunes_category", "feedburner_info", "feedburner_feedflare",
))  # fmt: skip
CAPTIONS = frozenset(("media_title", "media_description", "itunes_title", "itunes_summary", "itunes_subtitle"))
"""Of a picture or a sound. feedparser takes them for the article's; where they are simple it is never shown them (trim)."""
_OF_IMAGE = frozenset(("title", "link", "url", "width", "height", "description"))
_OF_PERSON = frozenset(("name", "uri", "email"))
_OF_MEDIA = frozenset(key for key in QUIET | CAPTIONS if key.startswith("media_"))
INSIDE = {  # what may stand inside an element that means nothing here
    "author": _OF_PERSON, "contributor": _OF_PERSON, "media_group": _OF_MEDIA, "media_content": _OF_MEDIA,
    "image": _OF_IMAGE, "itunes_owner": frozenset(("itunes_name", "itunes_email")),
    "itunes_category": frozenset(("itunes_category",)),
}  # fmt: skip
