from ivb.files.cijfers.tabellen import AANTAL, CBS, POLITIE, find_maat, is_maatkolom


class TestColumns:
    """A column is known by its name without the number, or by its title."""

    def test_a_name_ends_in_a_number(self) -> None:
        assert is_maatkolom("GeregistreerdeMisdrijven_1")
        assert not is_maatkolom("Marges")

    def test_the_number_may_change(self) -> None:
        namen = ("GeregistreerdeMisdrijven_1", "GeregistreerdeMisdrijven_7", "Geregistreerde misdrijven")
        assert {find_maat(POLITIE["47022NED"], naam) for naam in namen} == {AANTAL}

    def test_anything_else_is_unknown(self) -> None:
        assert find_maat(CBS, "TotaalOpgehelderdeMisdrijven_4") is None
        assert find_maat(CBS, "") is None

    def test_no_two_tables_share_an_indicator(self) -> None:
        ids = [set(tabel.codes.values()) for tabel in (CBS, *POLITIE.values())]
        assert sum(map(len, ids)) == len(set.union(*ids))
