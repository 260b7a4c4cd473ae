import json

from ivb.files.cijfers.beschrijving import read_beschrijving


def lijst(*rijen: object) -> bytes:
    return json.dumps({"value": rijen}).encode()


class TestLists:
    """What is published beside a table is read by code, in both versions of OData."""

    def test_titles_units_and_status(self) -> None:
        beschrijving = read_beschrijving(
            [
                lijst({"Identifier": "M1", "Title": "Misdrijven ", "Unit": "aantal"}),
                lijst({"Key": "1.1.1 ", "Title": "1.1.1  Inbraak"}),
                lijst({"Key": "2023JJ00", "Title": "2023", "Status": "Definitief"}),
            ]
        )
        assert beschrijving.titels == {"M1": "Misdrijven", "1.1.1": "1.1.1 Inbraak", "2023JJ00": "2023"}
        assert beschrijving.eenheden == {"M1": "aantal"}
        assert beschrijving.statussen == {"2023JJ00": "Definitief"}
        assert not beschrijving.fouten

    def test_a_heading_among_the_columns_has_no_code(self) -> None:
        beschrijving = read_beschrijving([lijst({"Key": "", "Title": "Cijfers"}, {"Key": None, "Title": "Cijfers"})])
        assert beschrijving == ({}, {}, {}, ())

    def test_no_list(self) -> None:
        fouten = read_beschrijving([lijst({"Id": 3}), lijst({"Key": 3, "Title": "x"}), b"x"]).fouten
        assert [fout.code for fout in fouten] == ["geen-lijst", "geen-lijst", "geen-cijfers"]
