"""The national fields and themes of VNG's *Kernbeleid Veiligheid*, as data.

The five fields (velden) are the same in every edition; the themes inside them differ per edition (2010, 2017, 2021). To
which editions a theme belongs was not established, so no edition is claimed here: a mapping names the edition it used.
"""

from typing import NamedTuple

from ivb.sources import Bron

BRON = Bron(titel="VNG, Kernbeleid Veiligheid")
EDITIES = (2010, 2017, 2021)


class Kernbeleidveld(NamedTuple):
    """A national field: its number, its name, and themes found in it in one edition or another."""

    nummer: int
    naam: str
    themas: tuple[str, ...]


KERNBELEID = (
    Kernbeleidveld(
        1,
        "Veilige woon- en leefomgeving",
        ("sociale kwaliteit", "fysieke kwaliteit", "objectieve veiligheid", "subjectieve veiligheid"),
    ),
    Kernbeleidveld(
        2,
        "Bedrijvigheid en veiligheid",
        ("veilig ondernemen", "veilige winkelcentra", "veilig uitgaan", "veilige evenementen", "veilig toerisme"),
    ),
    Kernbeleidveld(
        3,
        "Jeugd en veiligheid",
        ("jeugdoverlast", "jeugdgroepen", "alcohol- en drugsgebruik", "veiligheid in en om de school"),
    ),
    Kernbeleidveld(
        4,
        "Fysieke veiligheid",
        ("verkeersveiligheid", "brandveiligheid", "gevaarlijke stoffen", "rampenbestrijding en crisisbeheersing"),
    ),
    Kernbeleidveld(
        5,
        "Integriteit en veiligheid",
        (
            "polarisatie en radicalisering",
            "georganiseerde criminaliteit / ondermijning",
            "veilige publieke taak",
            "informatieveiligheid",
            "ambtelijke en bestuurlijke integriteit",
        ),
    ),
)
