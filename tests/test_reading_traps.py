"""The thirty traps that real news sets a reader, in sentences of our own, in both languages where they apply."""

from __future__ import annotations

import pytest

from tests.reading_items import asserted, said

# name, day, text, what is asserted
TRAPS: list[tuple[str, str, str, set[str]]] = [
    ("1 登上月球 is no last month", "2026-03-10", "按规划，航天员登上月球后将开展科学考察。", set()),
    ("2 today is the report", "2024-02-03",
     "记者今天（2月3日）从国家航天局获悉，鹊桥二号计划今年上半年发射。", {"queqiao-2 launch planned 2024-40"}),
    ("3 what comes next is not done", "2024-05-04",
     "接下来，嫦娥六号将完成近月制动，进入环月轨道。", {"chang-e-6 lunar-orbit planned -"}),
    ("4 parting is no return", "2024-06-01", "嫦娥六号返回器组合体与着陆器组合体今天分离。", set()),
    ("5 from February to March", "2026-02-04",
     "NASA表示，阿尔忒弥斯2号的发射窗口从2月推迟至3月。", {"artemis-2 launch planned 2026-03"}),
    ("5 en", "2026-02-04",
     "NASA said the launch of Artemis II has slipped from February to March.", {"artemis-2 launch planned 2026-03"}),
    ("6 the rocket's delivery", "2024-03-15", "执行嫦娥六号任务的长征五号火箭3月14日运抵文昌。", set()),
    ("6 en", "2024-03-15", "The Long March 5 rocket for Chang'e-6 reached Wenchang on March 14.", set()),
    ("7 an engine test is no landing", "2025-08-15", "我国载人登月火箭发动机今天试车成功。", set()),
    ("8 a digest's next story", "2024-05-04",
     "（1）嫦娥六号完成中途修正。（2）我国今天成功发射遥感四十二号卫星。", set()),
    ("9 before the landing comes the test", "2026-03-10",
     "Before astronauts land in 2028, NASA will fly Artemis III in 2027.", {"artemis-3 launch planned 2027"}),
    ("10 headlines is no verb of launch", "2026-08-20", "Chang'e-7 headlines a week of launches.", set()),
    ("11 around the Moon is no launch day", "2026-06-10", "The Artemis II crew flew around the Moon in April.",
     {"artemis-2 launch achieved 2026-04"}),
    ("13 pictures released today", "2024-06-04", "国家航天局今天发布了嫦娥六号着陆月球背面拍摄的影像图。", set()),
    ("13 en", "2024-06-04", "Pictures that Chang'e-6 took after its landing were released today.", set()),
    ("14 no earlier than", "2026-03-10", "Artemis III will launch no earlier than September 2027.",
     {"artemis-3 launch planned 2027-09/.."}),
    ("14 zh", "2026-03-10", "阿尔忒弥斯3号发射不早于2027年9月。", {"artemis-3 launch planned 2027-09/.."}),
    ("15 not until", "2026-03-10", "Artemis IV will not land until 2029.", {"artemis-4 landing planned 2029/.."}),
    ("16 not before", "2026-03-10", "Artemis III will not launch before 2029.", {"artemis-3 launch planned 2029/.."}),
    ("17 年前 is before", "2026-03-10", "中国计划在2030年前实现载人登月。", {"china-crewed-landing landing planned ../2029"}),
    ("17 en", "2026-03-10", "China plans to land astronauts on the Moon before 2030.",
     {"china-crewed-landing landing planned ../2029"}),
    ("18 年底前", "2026-03-10", "嫦娥七号计划于2026年年底前发射。", {"chang-e-7 launch planned ../2026"}),
    ("19 not February, now March", "2026-02-01",
     "Artemis II will not launch in February; NASA is now targeting March for the mission.", {"artemis-2 launch planned 2026-03"}),
    ("20 previously, now", "2025-01-10",
     "Artemis II, previously scheduled for September 2025, is now targeted for April 2026.",
     {"artemis-2 launch planned 2026-04"}),
    ("20 zh", "2025-01-10", "原定2025年9月发射的阿尔忒弥斯2号推迟至2026年4月。", {"artemis-2 launch planned 2026-04"}),
    ("21 respectively", "2025-03-10", "China will launch Chang'e-7 and Chang'e-8 in 2026 and 2028, respectively.",
     {"chang-e-7 launch planned 2026", "chang-e-8 launch planned 2028"}),
    ("21 zh", "2025-03-10", "嫦娥七号和嫦娥八号将分别于2026年和2028年发射。",
     {"chang-e-7 launch planned 2026", "chang-e-8 launch planned 2028"}),
    ("22 another probe's year", "2025-03-10",
     "India's Chandrayaan-4 will launch in 2027, while Chang'e 7 is set for 2026.", {"chang-e-7 launch planned 2026"}),
    ("23 a contract's year", "2025-03-10", "The Artemis III lander contract was awarded in 2021.", set()),
    ("24 Long March 5", "2026-02-10", "Chang'e-7 will ride a Long March 5 to the Moon.", set()),
    ("25 may is a verb", "2026-02-10", "Chang'e-7 may carry a second seismometer.", set()),
    ("26 said it would", "2026-03-10", "NASA said Artemis III would launch no earlier than September 2027.",
     {"artemis-3 launch planned 2027-09/.."}),
    ("27 whose landing", "2026-03-10", "首次载人登月推迟至2028年，由阿耳忒弥斯4号执行。", {"artemis-4 landing planned 2028"}),
    ("28 a landing test in Hebei", "2025-08-07", "A landing and takeoff test of Lanyue took place in Hebei on August 6.", set()),
    ("28 zh", "2025-08-07", "揽月着陆器着陆起飞综合验证试验8月6日在河北怀来完成。", set()),
    ("29 originally going to land", "2026-03-10",
     "Artemis III, scheduled for 2027, was originally going to land near the pole.", {"artemis-3 launch planned 2027"}),
    ("30 next August has two readings", "2026-06-10", "Chang'e-7 will launch next August.", set()),
]  # fmt: skip


@pytest.mark.parametrize(("day", "text", "expected"), [t[1:] for t in TRAPS], ids=[t[0] for t in TRAPS])
def test_trap(day: str, text: str, expected: set[str]) -> None:
    told = {t for t in asserted(text, day) if not (t.endswith(" -") and t not in expected)}
    assert told == expected


def test_planned_launch_on_a_day_already_past_this_week() -> None:
    """12: "planning to launch on Wednesday" in a Thursday item is next Wednesday, never yesterday's launch."""
    told = said("Engineers are planning to launch Artemis II on Wednesday.", "2026-03-12")
    assert not any("achieved" in t for t in told)
    assert not any("2026-03-11" in t for t in told)


def test_a_date_that_moved_is_kept_as_history() -> None:
    told = said("NASA has moved Artemis III's landing from 2026 to mid-2027.", "2024-12-05")
    assert "artemis-3 landing planned 2027-05/2027-08 asserted" in told
    assert "artemis-3 landing planned 2026 superseded" in told


def test_speculation_is_told_as_such() -> None:
    assert said("Artemis III could slip to 2028, an auditor warned.", "2025-03-10") == {
        "artemis-3 launch planned 2028 speculative"
    }
    assert said("阿尔忒弥斯3号可能推迟到2028年。", "2025-03-10") == {"artemis-3 launch planned 2028 speculative"}


def test_a_history_lesson_is_no_plan() -> None:
    assert asserted("Artemis III was originally planned for 2024.", "2026-03-10") == set()
    assert asserted("阿尔忒弥斯3号原计划2024年发射。", "2026-03-10") == set()


def test_the_reports_news() -> None:
    assert "chang-e-7 launch on-hold 2027/.." in asserted(
        "嫦娥七号任务不满足发射条件，不能在今年预定窗口实施。", "2026-08-23"
    )
    assert "chang-e-7 launch on-hold 2027/.." in asserted(
        "Chang'e-7 cannot launch in this year's window.", "2026-08-23"
    )
    assert "artemis-3 landing cancelled -" in asserted(
        "Artemis III will no longer land on the Moon; it will test docking in Earth orbit in 2027.", "2026-02-28"
    )


def test_no_plan_is_read_from_money_hearings_and_pictures() -> None:
    for text in (
        "The fiscal 2027 budget keeps Artemis III on the books.",
        "A hearing on Artemis III is set for June 9.",
        "The image of the Artemis II crew was taken on April 3, 2026.",
        "NASA will name the Artemis III crew on June 9.",
        "嫦娥六号月球样品研究成果今天发布。",
        "嫦娥七号载荷征集将于2027年截止。",
    ):
        assert asserted(text, "2026-05-20") == set(), text


def test_failure_is_no_success() -> None:
    assert asserted("嫦娥七号8月26日着陆失败。", "2026-08-27") == {"chang-e-7 landing failed 2026-08-26"}
    assert asserted("Chang'e-7 failed to land on August 26.", "2026-08-27") == {"chang-e-7 landing failed 2026-08-26"}
