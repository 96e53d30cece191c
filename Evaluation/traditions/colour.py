"""What a report has from nobody: colour, side matters, its own neighbourhood. Drawn without replacement, so that no two writers have the same.

`@` is a person of its own, `#` a place of its own, `%` a small number.
"""
from .grammar import choose
from .lexicon import Habits
from .names import FIRST, LAST, PLACES
from .passages import NUMBERS, Part, Sentence

MATTER = """
{readers|subscribers} of this newspaper had {raised the subject|written in} {more than once|again and again} {since winter|over the years}
@, who runs a {bakery|bookshop|café} in #, {closed early|shut at noon} because {hardly anybody came|the street was deserted}
a {photograph|short film} {sent from|taken in} # {that evening|the same night} {went round the country|was shared widely}
in #, {a minute of silence was observed|the bells were rung} {before the match|at the weekly market}
the {council|assembly} of # {put the subject on its agenda|will take it up} at its next {sitting|session}
@, a {retired teacher|former postman|student}, {talks of nothing else these days|has begun to keep a diary of it}
{questions to|calls to} the {office|spokesman} in # {went unanswered|were not returned} {by the time of printing|all day}
it is the {third|second|fourth} time {since spring|in two years} that # has {made headlines|been in the news}
{a radio|a television} {debate|discussion} with @ is {planned|scheduled} for {Sunday|Saturday} evening
{hotel bookings|taxi fares|prices for rooms} in # {doubled|went up by half} {within hours|overnight}
an old {report|article} from {1962|1947|1955} {describes|tells of} {something like it|a like event} in #
@ of the {chess club|rowing club|choir} in # {cancelled the rehearsal|called off the evening}
{tea and sandwiches|blankets and soup} were {handed out|passed round} by {a church group|scouts} from #
the {cinema|theatre} in # {kept its doors shut|gave no performance} that {night|evening}
@ {drove|came} all the way from # with {two|three} {friends|cousins} {to see for himself|because she wanted to be there}
a {dog|cat} named {Bruno|Mitzi|Otto} {was found|turned up} {unharmed|in good spirits} {in a cellar|behind a hedge} in #
{telephone lines|mobile networks} in # were {overloaded|down} for {an hour|most of the morning}
{flowers and candles|handwritten notes} {lie|have piled up} {at the corner of|along} {Mill Street|Linden Street|Station Road}
the {rain|drizzle} {did not let up|never stopped} until {late afternoon|well after dark}
the sun {stood low|was already setting} when @ {arrived|stepped out of the car}
{somebody|a boy of about ten} had {painted|chalked} a {heart|large question mark} on the {pavement|wall}
in the {canteen|staff room} of the {tax office|post office} in # {the radio was on|people stood round a radio} {all day|without a break}
@, who is % {months|years} {into retirement|from retirement}, {remembers|recalls} {quieter days|other times}
{book dealers|antique dealers} in # {report|have noticed} {brisk demand|a sudden interest} in {old maps|local histories}
the {bus company|ferry line} of # {put on|ran} % {extra|additional} {services|departures}
a {petition|letter} {started|begun} by @ {gathered|had} {several hundred|a few hundred} {names|signatures} {in a day|by evening}
{over coffee|in the queue}, {strangers|neighbours} who {had never spoken|hardly knew each other} {fell into talk|compared notes}
the {flag|banner} on the {town hall|museum} of # {hung limp|had been taken in}
@ {sold out of|ran out of} {newspapers|batteries} {before nine|by lunchtime}
{two|three} {school classes|groups of pensioners} from # {changed their plans|turned back at the station}
{a helicopter|a small plane} {circled|was heard} {over|above} # {for a while|until dusk}
the {choir|brass band} of # {will give|has promised} a {benefit concert|concert for charity} {next month|before the holidays}
{football|handball} {matches|fixtures} in # were {put off|postponed} to {Tuesday|Wednesday week}
{as far away as|even in} #, {conversation turned|talk turned} to {little else|nothing but this}
the {archivist|librarian} @ has {laid out|prepared} {a small exhibition|a display of old papers}
{street sweepers|cleaners} {started|set out} {an hour early|before dawn} in #
{on the hill above|by the lake near} #, {sheep grazed|cows grazed} as {if nothing had happened|on any other day}
@ {lost|mislaid} {a shoe|her glasses|his keys} in the {confusion|rush} and {laughed about it|shrugged it off} {later|the day after}
{the price of|demand for} {candles|tinned food} in # {rose|went up}
{a satirist|the cartoonist} @ {drew|published} a {drawing|cartoon} of {the scene|a snail in a suit}
{pupils|apprentices} from # {wrote|are writing} {essays|poems} about {the day|what they saw}
the {hairdresser|barber} @ {heard it first|learned of it} from {a customer|a client under the dryer}
an {unsigned leaflet|anonymous flyer} {made the rounds|was pinned to doors} in #
{astrologers|tarot readers} in # {claimed|insisted} they had {seen it coming|known all along}
{the weekly market|the flea market} at # {was half empty|had half the usual stalls}
@, {born and raised|who grew up} in #, {shook her head|could only shrug}
{on the ferry|on the night train} to #, {all seats were taken|people stood in the aisles}
a {plaque|bench} {is to be|will be} {put up|unveiled} in # {within the year|in due course}
{the evening news|state radio} {opened|led} with it {for % minutes|at some length}
{insiders|people who know the house} {speak of|describe} {a long night|tempers running high} in #
""".strip().splitlines()


class Colour:
    """Gives each writer matter that no other writer of the story has."""

    def __init__(self, rng):
        self.rng, self.left = rng, []

    def sentence(self, line, claim):
        if not self.left: self.left = self.rng.sample(MATTER, len(MATTER))
        rng = self.rng
        text = choose(self.left.pop(), rng).replace("@", f"{rng.choice(FIRST)} {rng.choice(LAST)}", 1).replace("#", rng.choice(PLACES)).replace("%", NUMBERS[rng.randint(3, 10)])
        return Sentence((Part(Habits(rng, .3)(text), "", claim),), None, line, {claim: (line,)})
