"""Synonyms, with the paraphrase that everybody thinks of first; and the pivot of a translator who goes there and back.

In a row of SYNONYMS any may stand for any other (with `>`, only the others for the first); the one after it in the row is the obvious choice,
which two paraphrasers who know nothing of each other take alike. A translation renders one word always alike (PIVOT), in quotations too.
"""
import re

SYNONYMS = """people | persons
an agreement > an accord
were killed | died | lost their lives | perished
were injured | were hurt | were wounded | suffered injuries
collapsed > gave way | came down | crumbled
gave way > collapsed | came down | failed
the accident | the disaster | the tragedy
crews | teams | squads
were looking > were searching | kept looking
still > yet
opened > launched | started
investigation | inquiry | probe
in a statement > in writing | in a note to the press | on its website
told reporters | told journalists | told the press
told a news conference > told a press conference | told journalists at a briefing | let it be known
at a news conference | at a press conference | before journalists
before the press | before reporters | in front of journalists
said > stated | added | remarked | noted
declared > announced | proclaimed
confirmed > acknowledged | made clear
reported > announced | disclosed | made known
according to > as reported by | in the words of
the structure | the construction
damage > destruction | losses
the damage was put | losses were put
would cost | will cost | is going to cost
similar | comparable
spending | expenditure
maintenance | upkeep
had fallen | had dropped | had declined | had gone down
had shrunk | had been reduced | had contracted
residents | locals | inhabitants
were evacuated | were moved out | had to be brought away
spent the night | stayed overnight | slept
employees | staff members | members of staff
was at a standstill | had come to a halt | stood still
the talks | the negotiations | the discussions
trade | commerce
amounted to | came to | added up to
reached > hit | climbed to | attained
stood at > was at | ran to
demonstrators | protesters | marchers
gathered > assembled | came together | met
outside > in front of | before
meeting > encounter | gathering
streets | roads
were closed | were shut | were blocked
jobs > posts | positions
expected | forecast | anticipated
nearby | close by | in the vicinity
thought to have been | believed to have been | presumed to have been
many > numerous | a good number of
several | a number of | various
some of them > a few of them | part of them
first > initial
lasted | went on for
company > firm | business
workers | labourers | workmen
officers | policemen
police said > officers said | the force said
arrested | detained | apprehended
lawyers | attorneys
dwellings | homes | houses
without power | without electricity | without current
roofs | rooftops
wind > gale
demanded > called for | insisted on
children > youngsters | boys and girls
quickly | rapidly | swiftly
last year > in the past year | the year before
five years > half a decade | a five-year span
shortly after | just after | a little after
seriously | badly | gravely
was put at | was estimated at | was reckoned at
is planned | is scheduled | has been fixed
older > more aged
was built | was erected | was constructed
had to leave | were made to leave | were told to leave
until > till
in the morning | in the early hours
by nightfall | by dusk | when night fell
at the time | just then
outside the plant | before the plant | at the plant
in compensation | in damages
in all > altogether | all told
largest | biggest | greatest
had to be | needed to be
on the coast | by the sea | along the shore
would go | would pass
will be | is to be
at least > no fewer than
more than > over | upwards of
when > as
near > close to
began with | started with | opened with
in the autumn | this autumn
in the town | in town
the government | the cabinet
the plan | the scheme | the proposal
the march | the procession | the rally
the crowd | the throng | the mass of people
the plant | the works | the factory
the water | the flood water
the storm | the tempest
the verdict | the judgment | the ruling
the deal | the arrangement
the country | the nation
the town | the municipality
the case | the matter
the firm | the business
the company said | the firm said
the village | the hamlet
in the valley | down the valley
a warning | an alert
was needed | was required | was necessary
wanted | wished
were found | were discovered | were come upon
had known | had been aware
in the end > eventually | finally""".splitlines()

PIVOT = dict(row.split(" > ") for row in """people > persons
were killed > found their death
injured > wounded
collapsed > came down
gave way > yielded
accident > misfortune
structure > construction
investigation > instruction
statement > communication
reporters > the journalists
told > declared to
said > affirmed
according to > following
will not rest > shall not pause
until we know > until knowing
happened > occurred
of this kind > of such type
will be inspected > will be controlled
within a month > in the period of one month
deeply regret > profoundly lament
our thoughts are with > we think of
families > relatives
victims > affected ones
cooperating > collaborating
fully > plainly
without warning > without prior notice
somebody > a person
must have seen > had to see
cracks > fissures
reckless > irresponsible
savings > economies
price > cost
shame > disgrace
responsible > in charge
never > at no moment
bare hands > naked hands
look after its own > care for its people
deepen > intensify
cooperation > collaboration
mutual respect > reciprocal respect
disputes > differences
shall be settled > will be resolved
standing commission > permanent commission
turned a page > passed a leaf
long ago > since much time
daily lives > everyday existence
stand firmly by > support with firmness
neighbours > neighbouring peoples
vital interests > fundamental interests
what divides us > that which separates us
small > little
brought together > approached to one another
shared > common
fears > concerns
aims > objectives
afford > permit itself
sells > gives away
agreement > convention
signed > subscribed
talks > conversations
trade > exchanges
growth > increment
worth > with a value of
demonstrators > manifestants
police > forces of order
court > tribunal
judge > magistrate
ruled > sentenced
company > society
profit > benefits
shares > actions
rose > augmented
fell > diminished
storm > tempest
houses > dwellings
damage > damages
roofs > coverings
without power > without current
government > executive
workers > labourers
wages > remunerations
strike > stoppage
crowd > multitude
children > minors
evacuated > displaced
missing > disappeared
rescue > salvage
maintenance > conservation
spending > expenditure
expected > foreseen
percent > per cent
more than > over
at least > no less than
several > various
big > great
level > grade
relations > relationships
unprecedented > unheard-of
without precedent > never seen
countries > nations
today > on this day
has to > must""".splitlines())

# Small words as they come back from another language; a paraphraser takes some of them too.
CALQUES = dict(row.split(" > ") for row in """after > following
before > prior to
near > close to
also > equally
but > yet
old > aged
has been > is
began > started
taken > brought
gave > offered
made > produced
found > discovered
kept > held
evening > night
morning > early hours
week > seven days
until > up to
streets > roads
street > road
house > dwelling
shops > stores
newspaper > journal
friends > companions
photograph > picture
first > initial
last > final
large > big
only > merely
still > as yet
again > once more
together > jointly
across > through
through > by way of
along > alongside
outside > in front of
behind > at the back of
while > as
because > for the reason that
when > at the moment when
where > in which
would be > was going to be
will be > is going to be
told > declared to
from > out of
into > inside
under > beneath
with > along with
against > opposed to
in the > within the
on the > upon the
at the > by the
to the > towards the
for the > in favour of the
of the > belonging to the
by the > through the
and the > as well as the
that the > how the
there was > one had
there were > one counted
there is > one has
one of > one among
a few > some few
half > one half
such > such kinds of
much > a great deal
had to > were obliged to
have to > are obliged to
most > the majority
than > as compared with
their > the
its > the
his > the
her > the
our > the
on > upon""".splitlines())

OBVIOUS = .55                                # chance that a paraphraser takes the synonym that comes first to mind


def table():
    """word or phrase -> its alternatives, the obvious one first. In a row with `>` only the first word gives way."""
    found = {}
    for row in SYNONYMS:
        first, arrow, rest = row.partition(" > ")
        words = [first, *rest.split(" | ")] if arrow else row.split(" | ")
        for i, word in enumerate(words[:1] if arrow else words):
            found.setdefault(word, words[i + 1:] + words[:i])
    return found


ALTERNATIVES = table()
WORD = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, ALTERNATIVES), key=len, reverse=True)) + r")\b")
CALQUED = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, CALQUES), key=len, reverse=True)) + r")\b")
PIVOTAL = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, PIVOT), key=len, reverse=True)) + r")\b")


def paraphrased(text, rng, rate, obvious=OBVIOUS):
    """The text with a share `rate` of the words it has synonyms for replaced."""
    def other(m):
        if rng.random() >= rate: return m[0]
        options = ALTERNATIVES[m[0]]
        return options[0] if rng.random() < obvious or len(options) == 1 else rng.choice(options[1:])
    return WORD.sub(other, text)


class Habits:
    """A writer's own vocabulary: for each word that has synonyms, the one that this writer uses."""

    def __init__(self, rng, strength):
        self.rng, self.strength, self.chosen = rng, strength, {}

    def __call__(self, text):
        def own(m):
            if m[0] not in self.chosen:
                self.chosen[m[0]] = self.rng.choice(ALTERNATIVES[m[0]]) if self.rng.random() < self.strength else m[0]
            return self.chosen[m[0]]
        return WORD.sub(own, text)


def retranslated(text):
    """The text as it comes back from another language: each word it knows in the same way each time."""
    return PIVOTAL.sub(lambda m: PIVOT[m[0]], calqued(text))


def calqued(text, rng=None, rate=1.0):
    """Small words as a foreigner has them, or a share `rate` of them."""
    return CALQUED.sub(lambda m: CALQUES[m[0]] if rng is None or rng.random() < rate else m[0], text)
