"""Open figures on crime: what was downloaded from the CBS and the police, as measurements."""
