#include "CWordVectors.h"

// #embed is C23; the compiler has it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char table[] = {
#embed "words-256.i8.bin"
};

const unsigned char *stemma_word_vectors(void) { return table; }

size_t stemma_word_vectors_size(void) { return sizeof table; }
