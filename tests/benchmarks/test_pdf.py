"""Many letters in one run of LibreOffice cost a fraction of a run each: it starts once."""

import datetime
import time

from ivb import compose_raadsbrief, render_pdf, render_pdfs, render_raadsbrief, voorbeeld

LETTERS = 50
SINGLE = 5  # measured one by one, and scaled to all
LIMIT = 8.0  # times


def make_letters() -> dict[str, bytes]:
    dossier = voorbeeld()
    letters = {}
    for number in range(LETTERS):
        datum = datetime.date(2024, 10, 1) + datetime.timedelta(days=number)
        brief = compose_raadsbrief(dossier, "2024-H1", datum=datum)
        letters[datum.isoformat()] = render_raadsbrief(dossier, brief)
    return letters


def test_one_run_for_many_letters() -> None:
    letters = make_letters()
    first = dict(list(letters.items())[:SINGLE])
    start = time.perf_counter()
    alone = {name: render_pdf(letter) for name, letter in first.items()}
    each = (time.perf_counter() - start) / SINGLE
    start = time.perf_counter()
    together = render_pdfs(letters)
    whole = time.perf_counter() - start
    ratio = LETTERS * each / whole
    print(f"\n{LETTERS} letters in one run: {whole:.1f} s; a run each: {LETTERS * each:.1f} s", end=" ")
    print(f"({SINGLE} measured, {each:.2f} s each): {ratio:.1f} times")
    assert {name: together[name] for name in first} == alone
    assert ratio > LIMIT
