"""The ledger: what was heard, and what the user decided, folded into changes with their proof."""

from tracker.ledger.fold import fold
from tracker.ledger.testimony import testimony

__all__ = ["fold", "testimony"]
