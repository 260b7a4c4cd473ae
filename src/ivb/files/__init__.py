"""The doors for files: dossiers in, dossiers out."""
