"""A template: what its author typed, whether that may be, and how it is compiled and filled."""
