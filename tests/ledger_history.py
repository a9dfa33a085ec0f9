"""The true history from June 2024 to September 2026 in sentences of our own: what was said, by whom, and what was true.

Facts: the agencies' announcements, and the moves of two launches in the Launch Library as polled in 2026.
"""

from __future__ import annotations

from dataclasses import dataclass

from tests.ledger_words import say
from tracker.model import Modality, Testimony, Tier

A, D, S, T, P, O = Tier.AGENCY, Tier.DATABASE, Tier.STATE_MEDIA, Tier.TRADE_PRESS, Tier.PRESS, Tier.OTHER  # noqa: E741
WAS, MAYBE = Modality.SUPERSEDED, Modality.SPECULATIVE


@dataclass(frozen=True)
class Said:
    """One item: who said it when, in one sentence, and the claims it makes (mission, claim, modality)."""

    day: str
    outlet: str
    tier: Tier
    text: str
    claims: tuple[tuple[str, str] | tuple[str, str, Modality], ...]

    def testimonies(self, hour: int = 12) -> list[Testimony]:
        key = f"{self.outlet}|{self.day}|{self.text}"
        made = []
        for mission, what, *modality in self.claims:
            made.append(say(self.day, self.outlet, what, tier=self.tier, mission=mission, item=key, text=self.text,
                            modality=modality[0] if modality else Modality.ASSERTED, hour=hour))  # fmt: skip
        return made


HISTORY = [
    Said("2024-09-29", "China Daily", S, "Chang'e 7 goes to the south pole in 2026 and Chang'e 8 in 2028.",
         (("chang-e-7", "launch planned 2026"), ("chang-e-8", "launch planned 2028"))),
    Said("2024-12-05", "NASA", A, "NASA now aims for April 2026 with Artemis II and for mid-2027 with Artemis III, which "
         "will land astronauts; they had been set for September 2025 and 2026.",
         (("artemis-2", "launch planned 2026-04"), ("artemis-2", "launch planned 2025-09", WAS),
          ("artemis-3", "launch planned 2027-05/2027-08"), ("artemis-3", "landing planned 2027-05/2027-08"),
          ("artemis-3", "launch planned 2026", WAS))),
    Said("2024-12-06", "Moon Gazette", P, "The crewed landing slides to the middle of 2027, the flight around the Moon to "
         "April 2026.", (("artemis-3", "landing planned 2027-05/2027-08"), ("artemis-2", "launch planned 2026-04"))),
    Said("2024-12-09", "Orbit Weekly", T, "Artemis III will not fly before 2027.", (("artemis-3", "launch planned 2027/.."),)),
    Said("2025-02-10", "Old News Blog", P, "Artemis III is to bring people to the Moon in 2026.",
         (("artemis-3", "landing planned 2026"),)),
    Said("2025-07-10", "Xinhua", S, "Chang'e 7 is to be launched around 2026.", (("chang-e-7", "launch planned 2026~"),)),
    Said("2025-09-23", "NASA", A, "Artemis II could fly as early as 5 February 2026 and no later than April 2026.",
         (("artemis-2", "launch planned 2026-02-05/..", MAYBE), ("artemis-2", "launch planned ../2026-04"))),
    Said("2025-10-21", "Orbit Weekly", T, "An outside panel fears that the landing comes in 2028 or later.",
         (("artemis-3", "landing planned 2028/..", MAYBE),)),
    Said("2025-11-05", "CMSA", A, "China keeps to its goal of people on the Moon before 2030.",
         (("china-crewed-landing", "landing planned ../2029"),)),
    Said("2026-01-09", "NASA", A, "Artemis II will launch no earlier than 6 February 2026.",
         (("artemis-2", "launch planned 2026-02-06/.."),)),
    Said("2026-01-13", "Launch Library", D, "Artemis II: 2026-02-07 02:41 UTC, to be confirmed.",
         (("artemis-2", "launch planned 2026-02-07T02:41Z"),)),
    Said("2026-01-17", "NASA", A, "The Artemis II rocket reached the pad on 17 January 2026 at 18:42 Eastern.",
         (("artemis-2", "rollout achieved 2026-01-17T18:42-05:00"),)),
    Said("2026-01-18", "Moon Gazette", P, "The big rocket rolled to its pad on Saturday.",
         (("artemis-2", "rollout achieved 2026-01-17"),)),
    Said("2026-01-30", "NASA", A, "After a cold snap the first chance for Artemis II is 8 February, not the 6th.",
         (("artemis-2", "launch planned 2026-02-08/.."), ("artemis-2", "launch planned 2026-02-06", WAS))),
    Said("2026-01-30", "Launch Library", D, "Artemis II: 2026-02-09 04:20 UTC, to be confirmed.",
         (("artemis-2", "launch planned 2026-02-09T04:20Z"),)),
    Said("2026-02-03", "NASA", A, "Artemis II will fly in March after the fuelling test ended early.",
         (("artemis-2", "launch planned 2026-03"), ("artemis-2", "launch planned 2026-02", WAS))),
    Said("2026-02-03", "Launch Library", D, "Artemis II: 2026-03-07 01:29 UTC, to be confirmed.",
         (("artemis-2", "launch planned 2026-03-07T01:29Z"),)),
    Said("2026-02-03", "Channel Nine", P, "Artemis II is delayed.", (("artemis-2", "launch on-hold"),)),
    Said("2026-02-04", "CCTV", S, "The window of Artemis II slips from February to March.",
         (("artemis-2", "launch planned 2026-03"), ("artemis-2", "launch planned 2026-02", WAS))),
    Said("2026-02-06", "Launch Library", D, "Artemis II: 2026-03-03 22:30 UTC, to be confirmed.",
         (("artemis-2", "launch planned 2026-03-03T22:30Z"),)),
    Said("2026-02-16", "Launch Library", D, "Artemis II: 2026-03-07 01:29 UTC again.",
         (("artemis-2", "launch planned 2026-03-07T01:29Z"),)),
    Said("2026-02-20", "NASA", A, "Managers work towards 6 March for Artemis II.", (("artemis-2", "launch planned 2026-03-06/.."),)),
    Said("2026-02-21", "NASA", A, "A helium fault takes March away from Artemis II; the next chance is in April.",
         (("artemis-2", "launch planned 2026-04"), ("artemis-2", "launch planned 2026-03", WAS))),
    Said("2026-02-21", "Launch Library", D, "Artemis II: 2026-04-01 22:24 UTC, to be confirmed.",
         (("artemis-2", "launch planned 2026-04-01T22:24Z"),)),
    Said("2026-02-27", "NASA", A, "Artemis III becomes a docking test in Earth orbit in 2027; the first landing goes to "
         "Artemis IV in 2028.",
         (("artemis-3", "landing cancelled"), ("artemis-3", "docking planned 2027"), ("artemis-3", "launch planned 2027"),
          ("artemis-4", "landing planned 2028"))),
    Said("2026-02-28", "Moon Gazette", P, "No landing on Artemis III: Artemis IV takes it over in 2028.",
         (("artemis-3", "landing cancelled"), ("artemis-4", "landing planned 2028"))),
    Said("2026-03-03", "Channel Nine", P, "The Moon flight is put off.", (("artemis-2", "launch on-hold"),)),
    Said("2026-03-12", "Launch Library", D, "Artemis II: 2026-04-01 22:24 UTC, go for launch.",
         (("artemis-2", "launch planned 2026-04-01T22:24Z"),)),
    Said("2026-03-20", "NASA", A, "The rocket is back on its pad since 20 March 2026.", (("artemis-2", "rollout achieved 2026-03-20"),)),
    Said("2026-04-01", "NASA", A, "Artemis II lifted off at 18:35 Eastern on 1 April 2026.",
         (("artemis-2", "launch achieved 2026-04-01T18:35-04:00"), ("artemis-2", "return planned 2026-04-10"))),
    Said("2026-04-02", "Launch Library", D, "Artemis II: success, 2026-04-01 22:35:12 UTC.",
         (("artemis-2", "launch achieved 2026-04-01T22:35:12Z"),)),
    Said("2026-04-02", "CCTV", S, "Artemis II started on 2 April Beijing time.", (("artemis-2", "launch achieved 2026-04-02"),)),
    Said("2026-04-10", "NASA", A, "Artemis II splashed down at 17:07 Pacific on 10 April 2026.",
         (("artemis-2", "return achieved 2026-04-10T17:07-07:00"),)),
    Said("2026-04-10", "CNSA", A, "Chang'e 7 arrived at Wenchang on 9 April 2026 and flies in the second half of the year.",
         (("chang-e-7", "delivery achieved 2026-04-09"), ("chang-e-7", "launch planned 2026-41"))),
    Said("2026-04-12", "Globe Digest", O, "The probe reached the spaceport; a start is due in the second half of 2026.",
         (("chang-e-7", "delivery achieved ../2026-04-09"), ("chang-e-7", "launch planned 2026-41"))),
    Said("2026-04-28", "NASA", A, "The docking flight Artemis III is now expected late in 2027.",
         (("artemis-3", "launch planned 2027-09/2027-12"), ("artemis-3", "docking planned 2027-09/2027-12"),
          ("artemis-3", "launch planned 2027-05/2027-08", WAS))),
    Said("2026-05-03", "Launch Library", D, "Chang'e 7: August 2026, to be determined.", (("chang-e-7", "launch planned 2026-08"),)),
    Said("2026-06-09", "NASA", A, "The crew of Artemis III, which flies in 2027, was named.",
         (("artemis-3", "launch planned 2027"), ("artemis-3", "docking planned 2027"))),
    Said("2026-06-11", "Old News Blog", P, "Americans return to the surface with Artemis III by 2027.",
         (("artemis-3", "landing planned ../2027"),)),
    Said("2026-07-20", "Launch Library", D, "Chang'e 7: 2026-08-24, to be confirmed.", (("chang-e-7", "launch planned 2026-08-24"),)),
    Said("2026-08-17", "Orbit Weekly", T, "Chang'e 7 goes up on the evening of 23 August, Florida time.",
         (("chang-e-7", "launch planned 2026-08-23"),)),
    Said("2026-08-19", "CNSA", A, "Chang'e 7 and its rocket rolled out on 19 August 2026; launch later this month.",
         (("chang-e-7", "rollout achieved 2026-08-19"), ("chang-e-7", "launch planned 2026-08"))),
    Said("2026-08-20", "Launch Library", D, "Chang'e 7: 2026-08-24 00:05 UTC, go.", (("chang-e-7", "launch planned 2026-08-24T00:05Z"),)),
    Said("2026-08-22", "Launch Library", D, "Chang'e 7: 2026-08-25 00:30 UTC, go; weather.", (("chang-e-7", "launch planned 2026-08-25T00:30Z"),)),
    Said("2026-08-23", "CMSA", A, "Chang'e 7 does not meet the launch conditions and cannot fly in this year's window.",
         (("chang-e-7", "launch on-hold 2027/.."),)),
    Said("2026-08-23", "CNSA", A, "The launch of Chang'e 7 is put off; a new date is to follow.", (("chang-e-7", "launch on-hold"),)),
    Said("2026-08-23", "Xinhua", S, "Chang'e 7 will not be launched this year.", (("chang-e-7", "launch on-hold 2027/.."),)),
    Said("2026-08-23", "Hot Topics", O, "Chang'e 7 put off to 2027!", (("chang-e-7", "launch planned 2027"),)),
    Said("2026-08-24", "Moon Gazette", P, "China delays its polar lander, which was to start on Monday.",
         (("chang-e-7", "launch on-hold"), ("chang-e-7", "launch planned 2026-08-24", WAS))),
    Said("2026-09-10", "Orbit Weekly", T, "Artemis II flew in April; China wants people on the Moon by 2030.",
         (("artemis-2", "launch achieved 2026-04"), ("china-crewed-landing", "landing planned ../2030"))),
]  # fmt: skip

TRUTH = [
    "2024-12-05 artemis-2 launch slipped 2025-09 > planned 2026-04",
    "2024-12-05 artemis-3 launch slipped 2026 > planned 2027-05/2027-08",
    "2024-12-05 artemis-3 landing slipped 2026 > planned 2027-05/2027-08",
    "2026-01-09 artemis-2 launch advanced 2026-04 > planned 2026-02-06/..",
    "2026-01-13 artemis-2 launch firmed 2026-02-06/.. > planned 2026-02-07T02:41Z",
    "2026-01-17 artemis-2 rollout achieved > achieved 2026-01-17T18:42-05:00",
    "2026-01-30 artemis-2 launch slipped 2026-02-07T02:41Z > planned 2026-02-08/..",
    "2026-01-30 artemis-2 launch firmed 2026-02-08/.. > planned 2026-02-09T04:20Z",
    "2026-02-03 artemis-2 launch slipped 2026-02-09T04:20Z > planned 2026-03",
    "2026-02-03 artemis-2 launch firmed 2026-03 > planned 2026-03-07T01:29Z",
    "2026-02-06 artemis-2 launch advanced 2026-03-07T01:29Z > planned 2026-03-03T22:30Z",
    "2026-02-16 artemis-2 launch slipped 2026-03-03T22:30Z > planned 2026-03-07T01:29Z",
    "2026-02-21 artemis-2 launch slipped 2026-03-07T01:29Z > planned 2026-04",
    "2026-02-21 artemis-2 launch firmed 2026-04 > planned 2026-04-01T22:24Z",
    "2026-02-27 artemis-3 docking new > planned 2027",
    "2026-02-27 artemis-3 landing moved-to-mission 2027-05/2027-08 > cancelled",
    "2026-04-01 artemis-2 launch achieved 2026-04-01T22:24Z > achieved 2026-04-01T18:35-04:00",
    "2026-04-01 artemis-2 return new > planned 2026-04-10",
    "2026-04-10 artemis-2 return achieved 2026-04-10 > achieved 2026-04-10T17:07-07:00",
    "2026-04-10 chang-e-7 delivery achieved > achieved 2026-04-09",
    "2026-04-10 chang-e-7 launch firmed 2026 > planned 2026-41",
    "2026-04-28 artemis-3 launch slipped 2027-05/2027-08 > planned 2027-09/2027-12",
    "2026-04-28 artemis-3 docking firmed 2027 > planned 2027-09/2027-12",
    "2026-05-03 chang-e-7 launch firmed 2026-41 > planned 2026-08",
    "2026-07-20 chang-e-7 launch firmed 2026-08 > planned 2026-08-24",
    "2026-08-19 chang-e-7 rollout achieved > achieved 2026-08-19",
    "2026-08-20 chang-e-7 launch firmed 2026-08-24 > planned 2026-08-24T00:05Z",
    "2026-08-22 chang-e-7 launch slipped 2026-08-24T00:05Z > planned 2026-08-25T00:30Z",
    "2026-08-23 chang-e-7 launch on-hold 2026-08-25T00:30Z > on-hold 2027/..",
]
"""Every confirmed change after the report, in order of day, mission and milestone."""

FALSE_STORIES = [
    ("chang-e-7", "launch planned 2028-03"), ("artemis-3", "landing planned 2029-05"), ("artemis-2", "launch cancelled"),
    ("artemis-4", "landing planned 2031"), ("chang-e-8", "launch planned 2027-02"), ("artemis-3", "launch planned 2026-11"),
    ("china-crewed-landing", "landing planned 2028-09"), ("chang-e-7", "landing achieved"),
    ("artemis-3", "launch achieved 2026-01-02"), ("chang-e-8", "launch on-hold"), ("artemis-4", "landing cancelled"),
    ("chang-e-7", "launch planned 2027-06"), ("artemis-2", "return failed"),
]  # fmt: skip
"""One a week, each from an outlet of its own."""
