"""The dossier from which the tests of the rules begin: nothing but a municipality."""

import datetime

from ivb import Dossier, Gemeente

LEEG = Dossier(bijgehouden_vanaf=datetime.date(2022, 1, 1), gemeente=Gemeente(naam="A", code="GM0001", plaats="B"))
