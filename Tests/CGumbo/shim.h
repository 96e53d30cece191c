// gumbo, a second HTML5 parser: the oracle beside which the tests hold the one that Stemma uses.
#include <gumbo.h>
