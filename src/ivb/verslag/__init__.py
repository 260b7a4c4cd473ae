"""What a check found, told: on a screen, in a work document, to a program and on the pages of the reference."""
