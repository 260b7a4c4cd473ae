import pytest

from ivb import DocumentError
from ivb.documents.sjablooninhoud import INHOUDEN
from ivb.documents.weergaven import WEERGAVEN, find_weergave


class TestDocuments:
    """Every document has a view and a template."""

    def test_each_has_a_template(self) -> None:
        assert WEERGAVEN.keys() == INHOUDEN.keys()

    def test_no_such_document(self) -> None:
        with pytest.raises(DocumentError, match="'brief' is geen document van ivb; wel: beleid, jaarplan, notitie"):
            find_weergave("brief")
