#ifndef STEMMA_SYNTAX_MODEL_H
#define STEMMA_SYNTAX_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// The weights of tagger and parser, as StemmaSyntax/Model.swift lays them out: a constant of the program, aligned to 64.
const unsigned char *stemma_syntax_model(void);
size_t stemma_syntax_model_size(void);

/// Adds up the rows that features have, 32 signed bytes each, and gives the first lane with the greatest sum.
///
/// `marks` and `rows` have 2^`bits` places; `count` is 128 at most, so that no sum overflows.
uint32_t stemma_syntax_best(
    const uint16_t *marks, const int8_t *rows, uint32_t bits, const uint32_t *features, size_t count);

/// Adds up the rows that features have for an action and gives the best: 0 shift, 1 left, 2 right, if that is allowed.
///
/// A row is, from its lowest byte: the weight of left plus 128, a mark, the weight of right plus 128, a mark; those of
/// shift are zero. `rows` has 2^`bits` places; `count` is 128 at most.
uint32_t stemma_syntax_action(const uint32_t *rows, uint32_t bits, const uint32_t *features, size_t count, int allowed);

#endif
