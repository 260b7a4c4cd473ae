"""The data in a document, and the words that it had."""
