"""How an English date's core looks: one pattern, a named group for each kind."""

from __future__ import annotations

YEAR = r"(?:19[5-9]\d|20\d\d)"


def core_pattern(month: str, weekday: str, number: str) -> str:
    """Every kind of date core as one pattern of named groups; the words of months, days and numbers are the pack's."""
    mon = rf"(?:{month})\b\.?"
    dow = rf"(?:(?:{weekday})\b\.?,? )?"
    ord_ = r"(?:st|nd|rd|th)?"
    rel_year = r"(?:this year|next year|last year|the following year|the next year)"
    of_year = rf"(?:,? (?:of |in )?(?:{YEAR}|{rel_year}))"
    unit = r"(?:days?|weeks?|months?|years?)"
    count = rf"(?:\d{{1,3}}|{number}|a couple of|a few|several)"
    return "|".join(
        [
            rf"(?P<iso>\b{YEAR}[-/.]\d{{1,2}}[-/.]\d{{1,2}}\b)",
            rf"(?P<mdy>\b{dow}{mon} (?:the )?\d{{1,2}}{ord_}\b(?![:%]|\.\d|,\d{{3}}| ?(?:kg|km|a\.?m\b|p\.?m\b|percent|million|billion|tons?))(?: ?(?:-|\bto\b|\bthrough\b|\buntil\b|\band\b|\bor\b) ?(?:{mon} )?\d{{1,2}}{ord_}\b(?!:| ?(?:a\.m|p\.m|kg|km|days|astronauts|years)))?(?:,? {YEAR}\b(?! ?(?:UTC|GMT)))?)",
            rf"(?P<dmy>\b{dow}(?:the )?\d{{1,2}}{ord_}(?: ?(?:-|\bto\b|\bthrough\b|\band\b|\bor\b) ?\d{{1,2}}{ord_})? (?:of )?{mon}(?:,? {YEAR}\b)?)",
            rf"(?P<half>\b(?:h[12]|[12]h)(?:[ -]?(?:of )?{YEAR}|,? (?:of )?{rel_year})\b|\b(?:first|second|latter|back|1st|2nd|last) half(?: of (?:the year|{mon}(?: {YEAR})?)|{of_year}|\b(?! of)))",
            rf"(?P<quarter>\b(?:q[1-4]|[1-4]q)(?: ?(?:of )?(?:{YEAR}|'\d\d)|{of_year})\b|\b(?:first|second|third|fourth|final|last|1st|2nd|3rd|4th) quarter(?: of the year|{of_year}|\b(?! of)))",
            rf"(?P<season>\b(?:spring|summer|autumn|fall|winter)(?:{of_year}|,? of {YEAR})|\b(?:this|next|last) (?:spring|summer|autumn|fall|winter)\b(?: season)?|\bthe (?:northern )?(?:spring|summer|autumn|fall|winter) of (?:{YEAR}|{rel_year}))",
            rf"(?P<my>\b{mon}(?:,? ?(?:{YEAR} )?(?:-|/|\bthrough\b|\bor\b) ?{mon})?(?:,| of| in)? (?:{YEAR}|{rel_year})\b)",
            r"(?P<part>\b(?:the )?(?:end|close|beginning|start|middle|turn|rest|remainder) of (?:the|this|next|last) (?:year|month)\b|\b(?:year|month)[ -]?end\b|\byear's end\b|\bthe year's end\b|\b(?:later|earlier|late|early) (?:this|next|last) (?:year|month)\b|\bmid-?year\b|\bmonth's end\b)",
            r"(?P<thisdecade>\b(?:by |before |in )?(?:(?:the )?(?:end|close) of (?:the|this) decade|(?:later )?this decade|decade's end|the end of the decade|mid-decade)\b)",
            r"(?P<decade>\b(?:20|19)\d0s\b)",
            r"(?P<rel>\b(?:the day before yesterday|the day after tomorrow|earlier today|later today|today|tonight|this (?:morning|afternoon|evening)|yesterday|last night|tomorrow|(?:this|next|last|this coming|the coming|this past|the past) (?:week|weekend|month|quarter|year))\b(?!'s (?:astronauts|budget|world|standards)))",
            r"(?P<soon>\b(?:in|within|over) the (?:next|coming) (?:few |couple of |several )?(?:days|weeks|months)\b|\b(?:in|within) (?:the )?(?:days|weeks)\b|\b(?:in|within) (?:a few|several|a couple of) (?:days|weeks)\b)",
            r"(?P<when>\bby (?:when|then|which (?:time|year|point))\b)",
            rf"(?P<ago>(?<!first )\b(?:just |about |some |roughly |almost |nearly |more than |over )?{count} {unit} (?:ago|earlier|from now|later|after that|afterwards|thereafter)\b|\b(?:within|in the next|over the next|in less than|inside) (?:the next |the coming |about |roughly )?{count} {unit}\b|\bin (?:about |roughly |some |just |another )?{count} (?:more )?{unit}\b(?! of)|\b{count} {unit}(?:'s|s')? time\b)",
            r"(?P<that>\b(?:early|late) in the year\b|\b(?:that|the same|the following|the next|the previous|the) (?:very )?(?:year|month|day)(?: after| before)?\b(?<!the year)(?<!the month)(?<!the day)|\bthe year after\b|\ba year later\b|\bone year later\b)",
            rf"(?P<dow>\b(?:(?:this coming|this past|next|last|this|coming|past) )?(?:{weekday})\b\.?)",
            rf"(?P<m>\b(?:(?:this coming|this past|next|last|this|coming|past) )?{mon}(?:(?: ?(?:-|/) ?|(?: or | through )){mon})?)",
            rf"(?P<y>\b{YEAR}\b)",
        ]
    )
