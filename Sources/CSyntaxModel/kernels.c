#include "CSyntaxModel.h"

#include <string.h>

enum { laneCount = 32, chunk = 16, chunks = laneCount / chunk };

typedef int8_t Bytes __attribute__((vector_size(chunk)));
typedef int16_t Sums __attribute__((vector_size(chunk * 2)));

uint32_t stemma_syntax_best(const int8_t *table, const uint32_t *rows, size_t count) {
  for (size_t i = 0; i < count; i++) __builtin_prefetch(table + (size_t)rows[i] * laneCount);
  Sums sums[chunks] = {0};
  for (size_t i = 0; i < count; i++) {
    const int8_t *row = table + (size_t)rows[i] * laneCount;
    for (int at = 0; at < chunks; at++) {
      Bytes bytes;
      memcpy(&bytes, row + at * chunk, chunk);
      sums[at] += __builtin_convertvector(bytes, Sums);
    }
  }
  int16_t scores[laneCount];
  memcpy(scores, sums, sizeof scores);
  int16_t top = INT16_MIN;
  for (uint32_t lane = 0; lane < laneCount; lane++) top = scores[lane] > top ? scores[lane] : top;
  uint32_t best = 0;
  while (scores[best] != top) best++;
  return best;
}
