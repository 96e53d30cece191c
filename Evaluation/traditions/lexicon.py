"""Synonyms, with the paraphrase that everybody thinks of first; and the pivot of a translator who goes there and back.

In a row of SYNONYMS any word may stand for any other of the same form; the one after it in the row is the obvious choice, which two
paraphrasers who know nothing of each other take alike. A translation renders one word always alike (PIVOT), in quotations too.
"""
import re

SYNONYMS = [row.split(" | ") for row in """people | persons | individuals
were killed | died | lost their lives | perished
were injured | were hurt | were wounded
injured | hurt | wounded
collapsed | gave way | came down | crumbled
accident | disaster | tragedy
crews | teams | squads
searching | looking | combing
still | yet
missing | unaccounted for
opened | launched | began
investigation | inquiry | probe
in a statement | in a written note | in a communication
told reporters | told journalists | told the press
at the time | then
the structure | the construction | the building
damage | destruction
was put at | was estimated at | was valued at
would cost | will cost | is going to cost
similar | comparable | like
spending | expenditure | outlays
maintenance | upkeep | repairs
had fallen | had dropped | had declined | went down
residents | locals | inhabitants
evacuated | moved out | cleared out
spent the night | stayed overnight
were being questioned | were being interviewed
employees | staff members | workers
standstill | halt
agreement | accord | deal | pact
signed | sealed | concluded
treaty | accord | agreement
talks | negotiations | discussions
worth | valued at
trade | commerce
reached | hit | came to | climbed to
would grow | would rise | would increase
exports | sales abroad
demonstrators | protesters | marchers
gathered | assembled | came together
outside | in front of
leaders | heads of government
meeting | encounter | gathering
next | following
will be | is going to be
streets | roads
were closed | were shut | were blocked
fought | battled | clashed
jobs | posts | positions
said | stated | declared | remarked
told | informed
according to | as stated by
reported | announced | disclosed
confirmed | verified | acknowledged
expected | forecast | anticipated
about | around | roughly
nearby | close by | in the vicinity
many | numerous | a good number of
several | a number of | some
large | big | sizeable
first | initial
began | started | commenced
ended | finished | concluded
help | assistance | aid
showed | indicated | revealed
increase | rise | growth
fell | dropped | declined
rose | climbed | increased
company | firm | business
profit | earnings
revenue | turnover | sales
shares | stock
police | officers
arrested | detained | taken into custody
court | tribunal
judge | magistrate
ruled | decided | found
lawyers | attorneys | counsel
appeal | challenge
law | statute | legislation
storm | tempest | gale
houses | homes | dwellings
without power | without electricity | in the dark
river | stream
damaged | harmed | hit
destroyed | wrecked | ruined
roofs | rooftops
trees | trunks
wind | winds
warned | cautioned
government | administration | cabinet
minister | secretary
march | procession | rally
banners | placards | signs
crowd | throng | mass
peaceful | calm | orderly
demanded | called for | insisted on
workers | employees | staff
wages | pay | salaries
plan | scheme | proposal
decision | ruling | verdict
school | schoolhouse
shelter | refuge
emergency | crisis
cause | reason
quickly | rapidly | swiftly
region | area | district
town | municipality
last year | the previous year | in the year before
this year | in the current year""".splitlines()]

PIVOT = dict(row.split(" > ") for row in """people > persons
were killed > found death
killed > dead
died > found death
injured > wounded
collapsed > came down
gave way > yielded
accident > misfortune
structure > construction
years > years
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
nothing > not a thing
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
about > around
more than > over
at least > no less than
several > various
big > great
level > grade
relations > relationships
unprecedented > unheard-of
without precedent > never seen
history > history
countries > nations
today > on this day
must > has to
go > leave""".splitlines())

OBVIOUS = .55                                # chance that a paraphraser takes the synonym that comes first to mind


def table():
    """word or phrase -> its alternatives, the obvious one first."""
    found = {}
    for row in SYNONYMS:
        for i, word in enumerate(row):
            found.setdefault(word, row[i + 1:] + row[:i])
    return found


ALTERNATIVES = table()
WORD = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, ALTERNATIVES), key=len, reverse=True)) + r")\b")
PIVOTAL = re.compile(r"\b(?:" + "|".join(sorted(map(re.escape, PIVOT), key=len, reverse=True)) + r")\b")


def paraphrased(text, rng, rate, obvious=OBVIOUS):
    """The text with a share `rate` of the words it has synonyms for replaced."""
    def other(m):
        if rng.random() >= rate: return m[0]
        options = ALTERNATIVES[m[0]]
        return options[0] if rng.random() < obvious or len(options) == 1 else rng.choice(options[1:])
    return WORD.sub(other, text)


def retranslated(text, rng=None, rate=1.0):
    """The text as it comes back from another language."""
    return PIVOTAL.sub(lambda m: PIVOT[m[0]] if rng is None or rng.random() < rate else m[0], text)
