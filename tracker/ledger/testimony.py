"""A claim becomes a testimony: who said it, where and when. Ids and fingerprints do not depend on when it was heard."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from datetime import datetime
from typing import Final

from tracker.model import Claim, Item, Testimony

_LEAD: Final = 12  # words (or, in Chinese, runs of characters) of the quoted sentence that make the fingerprint
_WORD: Final = re.compile(r"[^\W_]+")
_CJK: Final = re.compile(r"[\u3400-\u9fff]")


def testimony(item: Item, revision: int, claim: Claim, *, heard_at: datetime, baseline: bool) -> Testimony:
    """The testimony of one claim of one revision of an item.

    `heard_at` is aware UTC. The id is a stable hash of item, revision and what the claim says and quotes, so reading
    the same text again gives the same testimony.
    """
    evidence = claim.evidence
    said = (item.id, str(revision), claim.mission, claim.milestone, claim.status.value, claim.when,
            claim.modality.value, claim.confidence.value, evidence.field, str(evidence.start), str(evidence.end))  # fmt: skip
    return Testimony(
        id=_digest("|".join(said)),
        claim=claim,
        item=item.id,
        revision=revision,
        source=item.source,
        outlet=item.outlet or item.source,
        tier=item.tier,
        url=item.url,
        said_on=None if item.undated else item.published_on,
        heard_at=heard_at,
        story=story(item, claim),
        baseline=baseline,
    )


def story(item: Item, claim: Claim) -> str:
    """A fingerprint of the words around the claim: the same wire text gives the same one through any outlet.

    Outlets cut wire texts and write their own titles, so it is taken from the sentence that carries the claim, without
    case, accents, punctuation and white space. A very short sentence is told apart by the whole text instead.
    """
    field = item.title if claim.evidence.field == "title" else item.text
    words = _words(_sentence(field, claim.evidence.start, claim.evidence.end))
    if len(words) < _LEAD // 2:
        words = _words(f"{item.title} {item.text}")
    return _digest(" ".join(words))


_END: Final = re.compile(r"[.!?][\"')\]”’]*\s|[。！？\n]")


def _sentence(text: str, start: int, end: int) -> str:
    """The sentence or sentences that hold text[start:end]."""
    first = 0
    for match in _END.finditer(text, 0, start):
        first = match.end()
    stop = _END.search(text, max(end - 1, 0))
    return text[first : stop.end() if stop else len(text)]


def _words(text: str) -> list[str]:
    plain = "".join(c for c in unicodedata.normalize("NFKD", text) if not unicodedata.combining(c)).casefold()
    return [part for word in _WORD.findall(plain) for part in (list(word) if _CJK.search(word) else [word])]


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:20]
