"""The pages of the reference on the rules, made from the rules themselves."""

from collections.abc import Iterable, Iterator
from string import Formatter

from ivb.dates import format_datum
from ivb.rules.checks.catalogus import REGELS
from ivb.rules.checks.regel import Regel
from ivb.verslag.gebieden import find_gebied, group_regels
from ivb.verslag.markdown import escape_markdown, format_bron, format_tabel

_INLEIDING = """\
`ivb check` houdt een dossier tegen deze regels. Elke regel heeft een vaste code: een letter voor het gebied en een
nummer, dat nooit een andere regel krijgt. Hoe u een regel uitzet, een andere ernst geeft of een bevinding tijdelijk
aanvaardt, staat in [een dossier controleren](../../how-to/controleren.md).

Een `fout` is een tegenspraak in het dossier, iets verplichts dat ontbreekt, of iets wat een wet niet toestaat. Een
`waarschuwing` vraagt dat u zelf kijkt. `info` is goed om te weten. Eén bevinding kan minder ernstig zijn dan haar
regel, bijvoorbeeld als een dag alleen op de maand bekend is."""


def make_paginas(regels: Iterable[Regel] = REGELS) -> dict[str, str]:
    """Make the page of every rule and the page that lists them, by the name of the file."""
    lijst = tuple(regels)
    return {"index.md": _make_lijst(lijst), **{f"{regel.code}.md": make_pagina(regel) for regel in lijst}}


def _make_lijst(regels: Iterable[Regel]) -> str:
    groepen = group_regels(regels)
    blokken = ["# Regels van de controle", _INLEIDING]
    for gebied, groep in groepen.items():
        rijen = [
            f"| [{regel.code}]({regel.code}.md) | {regel.ernst} | {escape_markdown(regel.titel)} |" for regel in groep
        ]
        blokken += [f"## {gebied}", "\n".join([format_tabel(("Code", "Ernst", "Wat er mis is"), []), *rijen])]
    namen = "\n".join(regel.code for groep in groepen.values() for regel in groep)
    return "\n\n".join([*blokken, f"```{{toctree}}\n:hidden:\n\n{namen}\n```"]) + "\n"


def make_pagina(regel: Regel) -> str:
    """Make the page of one rule."""
    tekst = regel.tekst
    blokken = [f"# {escape_markdown(f'{regel.code} {regel.titel}')}", "\n".join(_iter_kenmerken(regel))]
    for kop, inhoud in (("Wat de regel nagaat", tekst.controleert), ("Waarom", tekst.waarom)):
        blokken += [f"## {kop}", escape_markdown(inhoud)] if inhoud else []
    blokken += ["## Wat u te lezen krijgt", "\n".join(f"- {_mark_parameters(een)}" for een in find_berichten(regel))]
    blokken += ["## Herstel", escape_markdown(tekst.herstel)] if tekst.herstel else []
    for kop, voorbeeld in (("Voorbeeld waarin het mis is", tekst.fout), ("Voorbeeld waarin het goed is", tekst.goed)):
        blokken += [f"## {kop}", f"~~~~yaml\n{voorbeeld.rstrip()}\n~~~~"] if voorbeeld else []
    return "\n\n".join(blokken) + "\n"


def _iter_kenmerken(regel: Regel) -> Iterator[str]:
    yield f"- **Ernst:** {regel.ernst}"
    yield f"- **Gebied:** {find_gebied(regel.code)}"
    if regel.bron:
        yield f"- **Bron:** {format_bron(regel.bron)}"
    yield f"- **Geldt vanaf:** {format_datum(regel.vanaf) if regel.vanaf else 'altijd'}"


def find_berichten(regel: Regel) -> tuple[str, ...]:
    """Give all the messages of a rule, the ordinary one first."""
    return (regel.tekst.bericht, *regel.tekst.varianten.values())


def _mark_parameters(bericht: str) -> str:
    """Write a message with the names of its parameters in italics."""
    delen = Formatter().parse(bericht)
    return "".join(f"{escape_markdown(vast)}{f'*{naam}*' if naam else ''}" for vast, naam, _, _ in delen)
