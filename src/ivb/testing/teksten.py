"""Texts that a dossier can hold, among them those that a file or a document gets wrong.

Hypothesis' own ``text()`` builds a table of all of Unicode first, which fails the health check on a fresh checkout; so
every text is put together from the short lists here.
"""

from hypothesis import strategies as st
from hypothesis.strategies import SearchStrategy

# The first of each list is the simplest, to which an example shrinks.
WOORDEN = (
    "a",
    "burgemeester",
    "Openbare Orde & Veiligheid",
    "zaak #5",
    "sleutel: waarde",
    "- x",
    "? y",
    "!!str",
    "*anker",
    "&anker",
    "{a}",
    "{{ a }}",
    "[a, b]",
    "%TAG",
    "@a",
    "`a`",
    "'a'",
    '"a"',
    "<b>a</b>",
    "&amp;",
    "|",
    ">",
    "---",
    "...",
    "=1+1",
    "+31",
    "-1",
    "null",
    "~",
    "true",
    "no",
    "on",
    "y",
    "12:30",
    "010",
    "0x1F",
    "1_000",
    "1.000",
    "1e3",
    ".5",
    ".inf",
    "2024-01-01",
    "C:\\map\\n",
    "_sign1_",
    "**a**",
    "# a",
    "café",
    "cafe\u0301",
    "coördinatie",
    "€ 5 – “ja”",
    "’s-Hertogenbosch",
    "\U0001f692",
    "\U0001f469\u200d\U0001f692",
    "a\u00adb",
    "\ufeffa",
    "\u200ba",
)
TEKENS = "a =+-@&<>\"'#:[]{},%|*_\\`~!?/.0\téë€“”–\u00a0\U0001f600"
REGELS = (
    "",
    " ",
    "- a",
    "  - b",
    "1. a",
    "2. b",
    "**vet**",
    "*schuin*",
    "[x](https://example.org)",
    "[x](javascript:a)",
    "# a",
    "> a",
    "```",
    "---",
    "    a",
    "a  ",
    "a\\",
    "\ta",
    "a\u2028b",
    "a\u2029b",
    "<script>",
    "![x](https://example.org/x.png)",
)
SLEUTELS = (
    "a",
    "A1",
    "A2",
    "b",
    "veiligheid",
    "null",
    "true",
    "no",
    "y",
    "1e3",
    "010",
    "0x1F",
    "1.000",
    "2024",
    "2024/2025",
    "2024-01-01",
    "a.b",
    "a/b",
    "a--",
)
_SLEUTELTEKENS = "abAB019"


def _join(delen: tuple[list[str], str, list[str]], tussen: str) -> str:
    voor, kern, na = delen
    return tussen.join([*voor, kern, *na])


def sleutels() -> SearchStrategy[str]:
    """Draw ids."""
    staart = st.lists(st.sampled_from(_SLEUTELTEKENS + "._/-"), max_size=6).map("".join)
    return st.sampled_from(SLEUTELS) | st.builds(str.__add__, st.sampled_from(_SLEUTELTEKENS), staart)


def regels() -> SearchStrategy[str]:
    """Draw short plain texts, which fit on one line and are not blank."""
    tekens = st.lists(st.sampled_from(TEKENS), max_size=3)
    woord = st.sampled_from(WOORDEN)
    return woord | st.tuples(tekens, woord, tekens).map(lambda delen: _join(delen, ""))


def teksten() -> SearchStrategy[str]:
    """Draw long texts in small CommonMark, with blank lines and blanks at the edges too."""
    regel = st.lists(st.sampled_from(REGELS) | regels(), max_size=3)
    return regels() | st.tuples(regel, regels(), regel).map(lambda delen: _join(delen, "\n"))


def woorden() -> SearchStrategy[str]:
    """Draw the words of a dating: a short text without tabs or blanks at the edges."""
    return regels().map(lambda regel: regel.replace("\t", " ").strip())
