"""Our own base document, and the templates on it."""
