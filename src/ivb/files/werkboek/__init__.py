"""The workbook in which an adviser fills in what comes in rows, and the way from it back into the dossier."""
