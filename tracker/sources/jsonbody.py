"""JSON that came over the network: read within bounds; what should be a text is one, or empty."""

from __future__ import annotations

import json
from typing import Any

from tracker.errors import ParseError
from tracker.sources.bounds import check_json


def read(body: bytes, *, code: str = "bad-json") -> Any:
    """What a document says, still to be judged part by part. Raises ParseError: too-complex, or `code` for what is no JSON."""
    try:
        return json.loads(check_json(body))
    except (ValueError, RecursionError) as error:
        raise ParseError("the JSON cannot be read", code=code) from error


def text(value: object) -> str:
    """A text as it stands there, "" for anything else."""
    return value if isinstance(value, str) else ""
