"""Which language an item is in: by its letters first, by its small words among the Latin ones.

Only languages with a pack are read. A Latin-script text that is not clearly English is never read as English.
"""

from __future__ import annotations

import re
from collections import Counter

_SCRIPTS = (
    ("ja", re.compile(r"[\u3040-\u30ff]")),
    ("ko", re.compile(r"[\uac00-\ud7af\u1100-\u11ff]")),
    ("ru", re.compile(r"[\u0400-\u04ff]")),
    ("ar", re.compile(r"[\u0600-\u06ff]")),
    ("he", re.compile(r"[\u0590-\u05ff]")),
    ("el", re.compile(r"[\u0370-\u03ff]")),
    ("hi", re.compile(r"[\u0900-\u097f]")),
    ("th", re.compile(r"[\u0e00-\u0e7f]")),
    ("zh", re.compile(r"[\u4e00-\u9fff]")),
)
_SMALL = {
    "en": "a an the of and to in is for on that with as by at from it its be are was were has have will this an which who not or after but their they he his would been more than about into first over how why what new says said can could may if no next late before when where you your we our up out off down here names set wants moon lunar launch landing mission crew astronauts rocket probe year next first new",
    "de": "der die das und ist nicht ein eine einen dem den des im auf für mit von zu sich auch wird werden soll sollen nach bei aus wie wurde er sie war noch zum zur als hat",
    "fr": "le la les des et est une un du en dans pour que qui sur avec par au aux ne pas plus ce cette son sa ses être été vers selon",
    "es": "el la los las de del y en que es un una por con para se su al lo como más pero sus le ha fue será según hacia",
    "it": "il lo la gli le di del della e che è un una in per con non si da al nel alla sono dei delle anche come più",
    "pt": "o a os as de do da dos das e em que é um uma para com não por se na no mais como ao foi será",
    "nl": "de het een en van in is op dat met voor niet zijn aan er door naar bij ook wordt worden om",
    "tl": "ang ng mga sa na ay ni kay para hinggil nito ito kahapon si nang ayon may isang",
    "ro": "și si în la de pe cu din care este nu o un să pentru va fi mai au fost în",
    "cs": "a se na v je že by s z do pro jako ale již až nebo měla mělo byl bude",
    "pl": "i w na z do się jest nie że o to jak po od za przez ma będzie",
    "sv": "och att det i på som en är av för med till den har inte om ett var ska",
    "id": "yang dan di ke dari untuk dengan pada ini itu akan adalah dalam tidak bulan misi",
    "vi": "và của là một được trong cho các với có không này đã sẽ người",
    "tr": "ve bir bu için ile da de olarak daha çok olan sonra",
    "fi": "ja on ei että se oli hän mutta ovat kun",
    "da": "og det er en at til på som med for den af ikke har et",
    "hu": "a az és hogy egy nem is van volt de már csak",
}  # fmt: skip
_WORDS: dict[str, tuple[str, ...]] = {}  # small word -> the languages that have it
_WORD = re.compile(r"[^\W\d_]+(?:'[^\W\d_]+)?")
_NO_LETTERS = {code: " " for code in range(128) if not chr(code).isalpha()}


def detect(text: str, hint: str | None = None) -> str | None:
    """The language code of a text ("en", "zh", "de", ...); None when nothing tells. `hint` is the source's own word."""
    sample = text[:1500]
    if not sample.isascii():
        letters = sum(map(str.isalpha, sample)) or 1
        for language, pattern in _SCRIPTS:
            count = len(pattern.findall(sample))
            if language == "zh" and count >= 3 and count * 8 >= letters:
                return "zh"
            if language == "zh" and count >= 2 and count * 4 >= letters:
                return "zh"
            if language != "zh" and count * (8 if language in ("ja", "ko") else 3) >= letters and count >= 2:
                return language
    return _latin(sample, hint)


def _latin(sample: str, hint: str | None) -> str | None:
    if not _WORDS:
        for language, small in _SMALL.items():
            for word in set(small.split()):
                _WORDS[word] = (*_WORDS.get(word, ()), language)
    words = _words(sample.lower())[:200]
    if not words:
        return None
    scores = dict.fromkeys(_SMALL, 0)
    counts = Counter(words)
    for word in counts.keys() & _WORDS.keys():
        for language in _WORDS[word]:
            scores[language] += counts[word]
    most = max(scores.values())
    best = "en" if scores["en"] == most else next(language for language in scores if scores[language] == most)
    if best == "en":
        return "en" if scores["en"] or sample.isascii() else (hint or None)
    if scores[best] > scores["en"] + (1 if len(words) < 12 else 0) or (
        scores[best] > scores["en"] and not sample.isascii()
    ):
        return best
    return "en" if scores["en"] == scores[best] and sample.isascii() and hint in (None, "en") else best


def _words(lower: str) -> list[str]:
    if lower.isascii() and "'" not in lower:
        return lower.translate(_NO_LETTERS).split()  # the same words in a fraction of the time
    return _WORD.findall(lower)
