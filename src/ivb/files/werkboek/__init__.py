"""The workbook in which an adviser fills in what comes in rows, and the way from it back into the dossier."""

from importlib.util import find_spec

from ivb.errors import BestandError

if not all(map(find_spec, ("openpyxl", "xlsxwriter"))):
    raise BestandError(
        "een werkboek lezen en schrijven hoort bij de extra 'excel'; installeer die: pip install 'ivb[excel]'"
    )
