"""Fields as accessible HTML: one semantic table, text escaped, no script and no colour to carry a meaning."""

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
