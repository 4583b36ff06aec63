"""Parts of a day that is told beside them or before: the evening of May 3, by midday, in the morning."""

from dragoman.reading.dates import lexicon, narrow
from dragoman.reading.dates.calendar_senses import exact, month_day
from dragoman.reading.dates.choose import PAST
from dragoman.reading.dates.grammar import Found, Rule, rule
from dragoman.reading.dates.relative_rules import around_day, day_word, weekday, weekday_direction
from dragoman.reading.dates.sense import Sense, day_sense

_SAME_PASSAGE = 300  # characters: a day told this near before is the one whose evening is meant
_SAME_STORY = 900  # and here, where only a day to come was told since
_WITH = frozenset({"and", "but", "at", "in", "after", "before", "to", "for", "with", "as", "by", "from", "when"})
# these name one time of the day by themselves; "morning" or "night" need an article or a preposition
_ALONE = frozenset({"dawn", "daybreak", "sunrise", "dusk", "sunset", "nightfall", "lunchtime"})


def _part_of_date(found: Found) -> Sense | None:
    """The evening of May 3, the night of 12 October 1988."""
    part, month, day, year = found.one("part"), found.one("month"), found.one("num", "ord"), found.one("year")
    assert part is not None and month is not None
    if day is None or not isinstance(day.value, int):
        return None
    if year is not None:
        sense = exact(year.value, month.value, day.value)
    else:
        sense = month_day(month.value, day.value, found.tense())
    return narrow.part_of_day(sense, part.value) if sense else None


def _part_of_day(found: Found) -> Sense | None:
    """The night of Friday, the evening of yesterday."""
    part, day, word = found.one("part"), found.one("weekday"), found.one("dayword")
    assert part is not None
    sense = day_word(word.value) if word else weekday(day.value, weekday_direction(found), None) if day else None
    return narrow.part_of_day(sense, part.value) if sense else None


def _part_beside(found: Found) -> Sense | None:
    """Before dawn Friday, overnight Tuesday, early morning Monday."""
    part = found.one("part")
    assert part is not None
    alone = part.text in _ALONE or part.text == "overnight" or (found.has("early") and not part.text.endswith("s"))
    return _part_of_day(found) if alone else None


def _part(found: Found) -> Sense | None:
    """In the evening, by dusk, at midday: of the day told just before, or else of the report's."""
    part = found.one("part")
    assert part is not None
    before, after = (one.text.lower() if one else "" for one in (found.before, found.after))
    if part.text.endswith("s") or part.text == "overnight" or before not in lexicon.context("before_part"):
        return None
    if not found.has("the") and part.text not in _ALONE and before not in ("by", "until", "till"):
        return None
    if after.isalpha() and after not in _WITH:
        return None  # "in the morning papers", "the night that he left"
    return narrow.part_of_day(_day_of_story(found), part.value)


def _day_of_story(found: Found) -> Sense:
    """The day told just before, or else that of the report.

    What was done by evening was not done in that of a day still to come: it is that of the day told before.
    """
    story, tense = found.story, found.tense()  # asked also where no day is told yet: another date may tell one
    if story.day is None or found.start - story.day_at > _SAME_PASSAGE:
        return around_day()
    if story.day == story.past_day or tense != PAST:
        return day_sense(story.day)
    near = story.past_day is not None and found.start - story.past_day_at <= _SAME_STORY
    return day_sense(story.past_day) if near and story.past_day is not None else around_day()


def _hours(found: Found) -> Sense | None:
    """The early morning hours (of Friday), the evening hours."""
    part, hours, weekday_told, word = (found.one(kind) for kind in ("part", "units", "weekday", "dayword"))
    assert part is not None and hours is not None
    if hours.value != "hour" or part.text.endswith("s"):
        return None
    if word is not None:
        return narrow.part_of_day(day_word(word.value), part.value)
    if weekday_told is not None:
        return narrow.part_of_day(weekday(weekday_told.value, weekday_direction(found), None), part.value)
    return narrow.part_of_day(_day_of_story(found), part.value)


RULES: tuple[Rule, ...] = (
    rule("the? early? hyphen? part units", _hours),
    rule("the? early? hyphen? part units (of|in)? (weekday|dayword)", _hours),
    rule("the? early? part of (weekday comma?)? month day (comma? year)?", _part_of_date),
    rule("the? early? part of (weekday comma?)? the? day of? month (comma? year)?", _part_of_date),
    rule("the? early? part of (weekday|dayword)", _part_of_day),
    rule("early? part (weekday|dayword)", _part_beside),
    rule("the? part", _part),
)
