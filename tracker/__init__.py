"""Space Race Tracker: who is first at the Moon's south pole, when, and how we know.

The house, floor by floor (a room imports only from floors below; `tests/test_architecture.py` keeps it so):

    floor 4  app, cli                the composition roots: build everything, pass it in, quit in reverse order
    floor 3  ui/                     Qt Widgets: handed values and callables; knows no SQL, no network
    floor 2  sources/ store/ desktop/ settings seeding demo    the world
             poll, replay            the route: one walk from due sources to a report, its helpers passed in
    floor 1  reading/ ledger/ alerts race export wording       decisions: pure functions over values
    floor 0  errors edtf model views places                    values
"""

__version__ = "0.1.0"
