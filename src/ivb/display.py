"""Fields and rows as accessible HTML: a semantic table, text escaped, no script and no colour to carry a meaning."""

from collections.abc import Iterable


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
    """Write rows of text as a table with a caption and column headers, and lines of text under it.

    >>> format_tabel("Agenda", ["Wat"], [["a < b"]])
    '<table><caption>Agenda</caption><thead><tr><th scope="col">Wat</th></tr></thead>\
<tbody><tr><td>a &lt; b</td></tr></tbody></table>'
    """
    from html import escape  # noqa: PLC0415  its table of entities is not needed to import a noun

    kop = "".join(f'<th scope="col">{escape(naam)}</th>' for naam in koppen)
    regels = ("".join(f"<td>{escape(cel).replace(chr(10), '<br>')}</td>" for cel in rij) for rij in rijen)
    romp = "".join(f"<tr>{regel}</tr>" for regel in regels)
    onder = "".join(f"<p>{escape(regel)}</p>" for regel in voet)
    return f"<table><caption>{escape(titel)}</caption><thead><tr>{kop}</tr></thead><tbody>{romp}</tbody></table>{onder}"
