"""What is wrong with a template, as data: the author gets all of it at once."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager

import attrs

from ivb.errors import SjabloonError


@attrs.frozen
class Gebrek:
    """Something in a template that cannot be used.

    Attributes:
        code: which kind, in kebab case: ``tag-spatie``.
        boodschap: what is wrong and what would be right, in Dutch.
        nummer: the paragraph, from 1 in its part; 0 when it lies in none.
        plek: the paragraph in words, as its author finds it.
        deel: the name of the part; empty for the whole file.
    """

    code: str
    boodschap: str
    nummer: int = 0
    plek: str = ""
    deel: str = ""

    def __str__(self) -> str:
        """Give it on one line: where, and what."""
        return ": ".join(filter(None, (self.deel, self.plek, self.boodschap)))


class Gebrekenfout(SjabloonError):  # noqa: N818 (a Dutch error ends in fout)
    """The error of a template with something wrong in it, that carries what it is.

    Attributes:
        gebreken: what is wrong.
    """

    gebreken: tuple[Gebrek, ...] = ()


def find_gebreken(fout: SjabloonError) -> tuple[Gebrek, ...]:
    """Find what is wrong with a template in its error; of an error that carries nothing, its message."""
    return fout.gebreken if isinstance(fout, Gebrekenfout) else (Gebrek("sjabloon-opbouw", str(fout)),)


def raise_gebreken(gebreken: Sequence[Gebrek]) -> None:
    """Refuse a template with something wrong in it, and say everything that is.

    Raises:
        SjabloonError: there is something; more than one each on a line of its own, under a line that counts them.
    """
    if not gebreken:
        return
    regels = [f"{len(gebreken)} fouten:", *(f"  {gebrek}" for gebrek in gebreken)]
    fout = Gebrekenfout("\n".join(regels) if len(gebreken) > 1 else str(gebreken[0]))
    fout.gebreken = tuple(gebreken)
    raise fout


@contextmanager
def refuse_vreemde_opbouw() -> Iterator[None]:
    """Give whatever is stumbled on in a file of another make as an error of the template."""
    try:
        yield
    except SjabloonError:
        raise
    except Exception as fout:
        raise SjabloonError(
            f"de opbouw van het bestand klopt niet ({type(fout).__name__}: {fout}); bewaar het opnieuw vanuit Word"
        ) from fout
