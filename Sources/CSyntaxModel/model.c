#include "CSyntaxModel.h"

// #embed is C23; the compiler has it in every mode and says so.
#pragma clang diagnostic ignored "-Wc23-extensions"

static const unsigned char model[] __attribute__((aligned(64))) = {
#embed "english.syntax.bin"
};

const unsigned char *stemma_syntax_model(void) { return model; }

size_t stemma_syntax_model_size(void) { return sizeof model; }
