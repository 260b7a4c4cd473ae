"""What a document tells about where it came from: data, for whoever wants to know what it was made of."""

import attrs

from ivb.model.dossier import Dossier


@attrs.frozen(kw_only=True)
class Teruglezing:
    """What a Word document tells about where it came from.

    Attributes:
        dossier: the public part of the dossier that it was made of.
        document: what it is: ``raadsbrief``, ``notitie``.
        versie: the version of ``ivb`` that made it.
        formaat: the version of the format of its data.
        sjabloon: the SHA-256 of the template.
        is_gewijzigd: whether its text was changed since.
    """

    dossier: Dossier
    document: str
    versie: str
    formaat: int
    sjabloon: str
    is_gewijzigd: bool
