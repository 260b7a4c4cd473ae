"""Check any Word file for accessibility and soundness; one module per area, and ``audit`` holds them together."""
