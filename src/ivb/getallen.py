"""Numbers as Dutch writes them: a comma before the decimals, a point between the thousands."""

from decimal import Decimal

from ivb.model.indicator import Meting


def format_getal(waarde: float | Decimal) -> str:
    """Write a number with all its digits.

    >>> format_getal(6.1), format_getal(1200.0), format_getal(12500)
    ('6,1', '1.200', '12.500')
    """
    heel, _, deel = f"{Decimal(str(waarde + 0)):,f}".partition(".")
    decimalen = deel.rstrip("0")
    return heel.replace(",", ".") + (f",{decimalen}" if decimalen else "")


def format_verschil(eerder: float, later: float) -> str:
    """Write how much later a value is higher or lower, without the noise of binary fractions.

    >>> format_verschil(5.8, 6.1), format_verschil(1, 1)
    ('+0,3', 'gelijk')
    """
    verschil = Decimal(repr(later)) - Decimal(repr(eerder))
    if not verschil:
        return "gelijk"
    return ("+" if verschil > 0 else "\u2212") + format_getal(abs(verschil))


def format_bedrag(euros: int) -> str:
    r"""Write an amount in whole euros.

    >>> format_bedrag(6000)
    '€\xa06.000'
    """
    return f"€\u00a0{format_getal(euros)}"


def format_waarde(waarde: float, eenheid: str) -> str:
    """Write a value in its unit.

    >>> format_waarde(45.0, "%"), format_waarde(183.0, "aantal"), format_waarde(7.2, "punten")
    ('45%', '183', '7,2 punten')
    """
    getal = format_getal(waarde)
    if eenheid == "%":
        return f"{getal}%"
    return getal if eenheid == "aantal" else f"{getal} {eenheid}"


def format_meting(meting: Meting) -> str:
    """Write the value of a measurement with all that it is a value of.

    >>> format_meting(Meting(indicator="i", periode="2024", waarde=6.1, eenheid="aantal", per=1000, noemer="inwoners"))
    '6,1 per 1.000 inwoners'
    >>> format_meting(Meting(indicator="i", periode="2024", eenheid="aantal"))
    'niet gemeten'
    """
    if meting.waarde is None:
        return "niet gemeten"
    delen = [format_waarde(meting.waarde, meting.eenheid)]
    if meting.per or meting.noemer:
        per = format_getal(meting.per) if meting.per else None
        delen.append(" ".join(filter(None, ("per", per, meting.noemer))))
    opmerkingen = (
        meting.leeftijdsgroep,
        "voorlopig cijfer" if meting.voorlopig else None,
        None if meting.volledig else "niet over de hele periode",
    )
    achter = ", ".join(filter(None, opmerkingen))
    return " ".join(delen) + (f" ({achter})" if achter else "")
