"""A Word file at large: its package, its properties, its texts, formats and pictures."""
