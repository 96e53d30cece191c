#ifndef STEMMA_WORD_VECTORS_H
#define STEMMA_WORD_VECTORS_H

#include <stddef.h>
#include <stdint.h>

/// The table of word vectors, as its README lays it out: a constant of the program.
const unsigned char *stemma_word_vectors(void);
size_t stemma_word_vectors_size(void);

/// The sum of products of two rows of `count` small integers.
int32_t stemma_dot(const int8_t *a, const int8_t *b, size_t count);

#endif
