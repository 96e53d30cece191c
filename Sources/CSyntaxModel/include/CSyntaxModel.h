#ifndef STEMMA_SYNTAX_MODEL_H
#define STEMMA_SYNTAX_MODEL_H

#include <stddef.h>
#include <stdint.h>

/// The weights of tagger and parser, as StemmaSyntax/Model.swift lays them out: a constant of the program, aligned to 64.
const unsigned char *stemma_syntax_model(void);
size_t stemma_syntax_model_size(void);

/// Adds up `count` rows of 32 signed bytes each and gives the first lane with the greatest sum.
///
/// Rows are numbered from `table`; more than 250 could overflow.
uint32_t stemma_syntax_best(const int8_t *table, const uint32_t *rows, size_t count);

#endif
