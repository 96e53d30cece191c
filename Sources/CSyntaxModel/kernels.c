#include "CSyntaxModel.h"

#include <string.h>

enum { laneCount = 32, chunk = 16, chunks = laneCount / chunk, most = 128 };

// Integers only: whichever version runs, the sums are the same.
#if defined(__x86_64__) && defined(__linux__)
#define VERSIONS __attribute__((target_clones("avx2", "default")))
#else
#define VERSIONS
#endif

typedef int8_t Bytes __attribute__((vector_size(chunk)));
typedef int16_t Sums __attribute__((vector_size(chunk * 2)));

static inline uint32_t place(uint32_t feature, uint32_t bits) { return feature * 0x9E3779B1u >> (32 - bits); }

VERSIONS uint32_t stemma_syntax_best(
    const uint16_t *marks, const int8_t *rows, uint32_t bits, const uint32_t *features, size_t count) {
  // Most features have no row: only those that do are fetched.
  uint32_t present[most];
  size_t found = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t slot = place(features[i], bits);
    present[found] = slot;
    found += marks[slot] == (uint16_t)features[i];
  }
  for (size_t i = 0; i < found; i++) __builtin_prefetch(rows + (size_t)present[i] * laneCount);
  Sums sums[chunks] = {0};
  for (size_t i = 0; i < found; i++) {
    const int8_t *row = rows + (size_t)present[i] * laneCount;
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

VERSIONS uint32_t stemma_syntax_action(const uint32_t *rows, uint32_t bits, const uint32_t *features, size_t count, int allowed) {
  enum { weights = 0x00FF00FF, bias = 0x00800080 };
  uint32_t sums = 0, found = 0;
  for (size_t i = 0; i < count; i++) {
    uint32_t row = rows[place(features[i], bits)];
    uint32_t hit = ((row ^ features[i]) & ~(uint32_t)weights) == 0;
    sums += row & weights & (0u - hit);
    found += hit;
  }
  int32_t zero = (int32_t)found * 128;
  int32_t left = (int32_t)(sums & 0xFFFF) - zero, right = (int32_t)(sums >> 16) - zero;
  if (allowed && right > 0 && right > left) return 2;
  return left > 0;
}
