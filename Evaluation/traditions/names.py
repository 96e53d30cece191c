"""Invented people, places, outlets and agencies, drawn for a story so that no two in it are alike."""

FIRST = ("Ada Alban Anka Ansel Aruna Bastian Bela Beno Brisa Calla Casimir Corin Dagny Darian Delia Dorin Edda Eldar Elka Enver Fenna Florin "
         "Galen Gerda Hanno Hedda Idris Ilka Imre Ines Jarek Jorun Kalle Katja Kosta Lars Leda Levan Lina Lotar Mabel Marek Mirela Nadja Nils Noor "
         "Odile Orin Oskar Petra Quirin Rada Ragna Remus Rolf Rune Sabin Selma Signe Stellan Tamsin Tarek Tilda Toma Ulla Uwe Vanja Vasil Vera "
         "Wanda Wim Ylva Yorick Zdena Zora").split()
LAST = ("Abelard Adamik Aldane Arkwell Bandrow Barsova Belcourt Brandic Calvane Carrow Castrel Dalgaard Danvers Dolany Drask Ebersol Ekstrand Falcone "
        "Farrant Fennick Galda Garrick Gorlan Halvard Harnik Hestrin Holub Ilvane Iverly Jandal Jessop Kallas Kestrel Korvin Krantz Lamprecht Larkin "
        "Lindqvar Lovric Maddern Malvern Marchetti Mordan Nadelman Nordahl Novarin Okerby Orlan Ostrov Pallister Pavlik Penrose Quillon Radnor Ravel "
        "Rostov Sandrel Sarkany Selwyn Stroud Tamar Tarnow Tessler Torvald Ulrich Vance Varga Velden Wexler Wolfram Yarrow Zabel Zelenka").split()
PLACES = ("Aldmoor Arvenna Belgrave Bresk Brunnholm Calder Corvina Dalgrad Deventry Dornach Elmsworth Estavel Fenwick Galbraith Grunau Halden Harlow "
          "Ilmenau Jarvik Kelso Kirrin Korsholm Lammerton Lindesund Lovat Maresk Melrose Mirnova Narvane Nordhaven Olmstadt Orlova Pellworm Port Quenby "
          "Ravensk Rosmark Salverne Selm Silkeberg Starovo Stellmar Tarnholm Telford Torvik Ulvesta Valdora Varnov Veldt Wendover Ystadt Zelgrad").replace("Port ", "").split()
COUNTRIES = (("Lurania", "Luranian"), ("Ostravia", "Ostravian"), ("Keldonia", "Keldonian"), ("Maravia", "Maravian"), ("Valdoria", "Valdorian"),
             ("Norlandia", "Norlandian"), ("Tessaly", "Tessalian"), ("Castovia", "Castovian"))
TITLES = ("Courier", "Gazette", "Observer", "Herald", "Ledger", "Tribune", "Review", "Chronicle", "Morning Post", "Daily Star", "Echo", "Dispatch Online",
          "Sentinel", "Mirror", "Evening News", "Report", "Standard", "Register", "Bulletin", "Argus")
AGENCIES = ("Halewire", "Norpress", "Unipress", "Meridian News Agency", "Interlink", "Corvus News", "Telepress", "Baltwire")


class Names:
    """Draws names without replacement."""

    def __init__(self, rng):
        self.rng, self.used = rng, set()

    def fresh(self, options):
        left = [x for x in options if x not in self.used] or list(options)
        choice = self.rng.choice(left)
        self.used.add(choice)
        return choice

    def person(self):
        return f"{self.fresh(FIRST)} {self.fresh(LAST)}"

    def place(self):
        return self.fresh(PLACES)

    def country(self):
        return self.fresh(COUNTRIES)

    def outlet(self):
        form = self.rng.random()
        place, title = self.fresh(PLACES), self.fresh(TITLES)
        return f"The {place} {title}" if form < .4 else f"{place} {title}" if form < .8 else f"The {title} of {place}"

    def agency(self):
        return self.fresh(AGENCIES)
