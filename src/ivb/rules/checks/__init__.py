"""The checks: every contradiction in a dossier as a finding, one module per area."""
