"""The quoted words of a proof with a little before and behind."""

from __future__ import annotations

from tracker.views import Proof


def excerpt(proof: Proof, room: int = 160) -> tuple[str, int, int]:
    """The quoted words in about `room` characters, cut at spaces, in quotation marks: (text, start, end of the words)."""
    text = proof.context.replace("\n", " ")
    start = min(max(proof.mark_start, 0), len(text))
    end = min(max(proof.mark_end, start), len(text))
    spare = max(20, (room - (end - start)) // 2)
    left, right = max(0, start - spare), min(len(text), end + spare)
    if left:
        cut = text.find(" ", left, start)
        left = cut + 1 if cut >= 0 else left
    if right < len(text):
        cut = text.rfind(" ", end, right)
        right = cut if cut > 0 else right
    head = "“… " if left else "“"
    tail = " …”" if right < len(text) else "”"
    return head + text[left:right] + tail, start - left + len(head), end - left + len(head)
