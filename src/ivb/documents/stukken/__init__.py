"""The documents of the cycle, and what they show."""
