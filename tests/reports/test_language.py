"""Which language a text is in."""

import pytest

from dragoman.reports import from_text
from dragoman.reports.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The mediator said on Monday that the talks would go on.", "en"),
        ("Le médiateur a déclaré lundi que les pourparlers entre les deux parties reprendraient au mois de mai.", "fr"),
        ("Der Vermittler sagte am Montag, die Gespräche zwischen beiden Seiten würden im Mai fortgesetzt.", "de"),
        ("أعلنت الوساطة يوم الاثنين أن المحادثات بين الطرفين ستستأنف الشهر المقبل", "ar"),
        ("Talks", None),
        ("1, 2, 3", None),
    ],
)
def test_languages(text: str, language: str | None) -> None:
    assert language_of(text) == language


def test_a_short_text_is_what_its_page_says_it_is() -> None:
    assert language_of("Ferry talks", declared="en-GB") == "en"
    assert language_of("Ferry talks", declared="nonsense") is None


def test_another_language_than_english_is_said() -> None:
    text = "Le médiateur a déclaré lundi que les pourparlers entre les deux parties reprendraient au mois de mai."
    assert any("French" in warning for warning in from_text(text).warnings)
