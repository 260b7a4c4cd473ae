"""Fields and rows as accessible HTML: a semantic table, text escaped, no script and no colour to carry a meaning."""

from collections.abc import Iterable, Iterator


def format_html(titel: str, rijen: Iterable[tuple[str, str]]) -> str:
    """Write rows of name and text as a table with a caption and row headers.

    >>> format_html("Actie", [("a", "x & y")])
    '<table><caption>Actie</caption><tbody><tr><th scope="row">a</th><td>x &amp; y</td></tr></tbody></table>'
    """
    from html import escape  # noqa: PLC0415  its table of entities is not needed to import a noun

    regels = "".join(
        f'<tr><th scope="row">{escape(naam)}</th><td>{escape(tekst).replace(chr(10), "<br>")}</td></tr>'
        for naam, tekst in rijen
    )
    return f"<table><caption>{escape(titel)}</caption><tbody>{regels}</tbody></table>"


def format_tabel(titel: str, koppen: Iterable[str], rijen: Iterable[Iterable[str]], voet: Iterable[str] = ()) -> str:
    """Write rows of Dutch text as a table with a caption, column headers and row headers, and lines of text under it.

    >>> format_tabel("Agenda", ["Wat"], [["a < b"]])
    '<table lang="nl"><caption>Agenda</caption><thead><tr><th scope="col">Wat</th></tr></thead>\
<tbody><tr><th scope="row">a &lt; b</th></tr></tbody></table>'
    """
    from html import escape  # noqa: PLC0415  its table of entities is not needed to import a noun

    kop = "".join(f'<th scope="col">{escape(naam)}</th>' for naam in koppen)
    romp = "".join(f"<tr>{''.join(_format_cellen(rij))}</tr>" for rij in rijen)
    onder = "".join(f"<p>{escape(regel)}</p>" for regel in voet)
    tabel = f"<caption>{escape(titel)}</caption><thead><tr>{kop}</tr></thead><tbody>{romp}</tbody>"
    return f'<table lang="nl">{tabel}</table>{onder}'


def _format_cellen(rij: Iterable[str]) -> Iterator[str]:
    """Write the cells of a row, of which the first names it."""
    from html import escape  # noqa: PLC0415  idem

    for nummer, cel in enumerate(rij):
        soort, opening = ("td", "<td>") if nummer else ("th", '<th scope="row">')
        yield f"{opening}{escape(cel).replace(chr(10), '<br>')}</{soort}>"
