"""What the audit finds in a document, in short."""

from ivb import audit_document
from tests.documents.toegankelijkheid.gebreken import maak


def vind_codes(document: bytes) -> list[str]:
    """Give the codes of what is found."""
    return [bevinding.code for bevinding in audit_document(document)]


def vind_in_tekst(*inhoud: str) -> list[str]:
    """Give the codes of what is found in a document with a title, a heading, a text, and what is given."""
    return vind_codes(maak(*inhoud))


def vind_plaatsen(document: bytes) -> list[str]:
    """Give the places of what is found."""
    return [bevinding.plaats for bevinding in audit_document(document)]
