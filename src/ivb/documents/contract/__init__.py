"""What a document has against what a template of it uses."""
