"""One name for each unit, however it is written: what the scorers of quantities fold units with."""
import re

# Each line: the name, then the ways of writing it. A code of three letters is a currency (ISO 4217).
WAYS = """
USD|$|us$|$us|us $|dollar|us dollar|united states dollar|american dollar
AUD|a$|australian dollar
CAD|c$|canadian dollar
SGD|s$|s $|singapore dollar|singaporean dollar
HKD|hk$|hong kong dollar
NZD|nz$|new zealand dollar
TWD|nt$|new taiwan dollar
EUR|€|euro
GBP|£|ps|pound sterling|british pound|united kingdom pound
JPY|¥|yen|japanese yen
CNY|rmb|yuan|renminbi|chinese yuan
INR|₹|rs|rupee|indian rupee
PKR|pakistani rupee
MYR|rm|ringgit|malaysian ringgit
ILS|₪|nis|shekel|israeli shekel|new shekel
CHF|swiss franc
DKK|danish krone|danish crown
SEK|swedish krona|swedish krone
NOK|norwegian krone
RUB|₽|rouble|ruble|russian rouble|russian ruble
KRW|₩|won|south korean won
ZAR|rand|south african rand
BRL|r$|real|reais|brazilian real
TRY|₺|lira|turkish lira
MXN|mexican peso
PHP|₱|philippine peso
NGN|₦|naira|nigerian naira
THB|฿|baht|thai baht
IDR|rp|rupiah|indonesian rupiah
SAR|saudi riyal|riyal
AED|dirham|uae dirham
IRR|rial|iranian rial
PLN|zloty|polish zloty
HUF|forint|hungarian forint
CZK|koruna|czech koruna
UAH|hryvnia|ukrainian hryvnia
KES|kenyan shilling
GHS|cedi|ghanaian cedi
VND|dong|vietnamese dong
BDT|taka|bangladeshi taka
cent|¢
penny|p|pence
percent|%|per cent|pc|pct|percentage
percentage point|percent point|pp
basis point|bp
km|kilometre|kilometer
m|metre|meter
cm|centimetre|centimeter
mm|millimetre|millimeter
dm|decimetre|decimeter
µm|μm|um|micrometre|micrometer|micron
nm|nanometre|nanometer
mile|mi
foot|ft|'
inch|in|"
yard|yd
kg|kilogram|kilogramme|kilo
g|gram|gramme
mg|milligram|milligramme
µg|μg|mcg|microgram|microgramme
t|tonne|ton|metric ton|metric tonne
lb|pound|pound-mass
ounce|oz
l|litre|liter
ml|millilitre|milliliter
gallon|gal
ha|hectare
m²|m2|m^2|sqm|sq m|sq metre|sq meter|square metre|square meter
km²|km2|sq km|square km|square kilometre|square kilometer
cm²|cm2|sq cm|square cm|square centimetre|square centimeter
foot²|ft2|sq ft|sqft|sq foot|square foot|square ft
mile²|sq mile|square mile
m³|m3|cubic metre|cubic meter
foot³|cubic foot
km/h|kmh|kmph|kph|km/hr|kilometre per hour|kilometer per hour
mile/h|mph|m.p.h|m.p.h.|mile per hour
m/s|metre per second|meter per second
kn|kt|knot
W|watt
kW|kilowatt
MW|megawatt
GW|gigawatt
kWh|kilowatt hour|kilowatt-hour
MWh|megawatt hour|megawatt-hour
hp|horsepower|bhp
GB|gigabyte
MB|megabyte
TB|terabyte
Hz|hertz
kHz|kilohertz
MHz|megahertz
GHz|gigahertz
dB|decibel
V|volt
A|ampere|amp
F|farad
ppb|part per billion|part-per-billion|parts-per-billion
ppm|part per million|part-per-million|parts-per-million
GPa|gigapascal
ksi|kilopound per square inch
kV|kilovolt
G|generation wireless
°C|degree c|degree celsius|celsius|deg c|degc|centigrade|degree centigrade|celcius
°F|degree f|degree fahrenheit|fahrenheit|deg f|degf|farenheit|degree farenheit
°|degree|deg
rpm|revolution per minute
lb-ft|foot pound-force|pound-foot|pound-foot of torque|pound-feet|pound-feet of torque
barrel per day|barrel-a-day|barrel-per-day|bpd|barrel/day
"""
IRREGULAR = {"women": "woman", "men": "man", "children": "child", "feet": "foot", "lbs": "lb", "inches": "inch", "pence": "pence", "times": "time"}


def singular(word):
    if word in IRREGULAR: return IRREGULAR[word]
    if len(word) > 4 and word.endswith("ies"): return word[:-3] + "y"
    if len(word) > 4 and word.endswith(("sses", "xes", "ches", "shes")): return word[:-2]
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")) else word


def plain(text):
    """Lower case, one space, no articles, every word in the singular; "a", "an", "each" and "/" after a word are "per"."""
    text = re.sub(r"(?<=[\w$€£%²])\s*/\s*(?=\w)", " per ", text.lower().replace("’", "'"))
    text = re.sub(r"(?<=[\w$€£%²])\s+(?:an?|each)[ -](?=\w)", " per ", text)
    return " ".join(singular(word) for word in text.split() if word not in ("a", "an", "the"))


NAMES = {}
for line in WAYS.strip().splitlines():
    name, *ways = line.split("|")
    for way in (name, *ways):
        NAMES.setdefault(plain(way), name)
        NAMES.setdefault(way.lower(), name)


def fold(unit):
    """The one name of a unit; "" for none."""
    text = plain(unit or "").strip()
    if text in ("", "-"): return ""
    if text in NAMES: return NAMES[text]
    if "year-old" in text or "year old" in text or text == "year of age": return "year of age"
    above, per, below = text.partition(" per ")
    return NAMES.get(above, above) + (" per " + NAMES.get(below, below) if per else "")
