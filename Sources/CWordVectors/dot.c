#include "CWordVectors.h"

int32_t stemma_dot(const int8_t *a, const int8_t *b, size_t count) {
  int32_t sum = 0;
  for (size_t i = 0; i < count; i++) sum += (int32_t)a[i] * b[i];
  return sum;
}
