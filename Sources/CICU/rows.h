#pragma once

#include <stdlib.h>
#include <string.h>
#include <unicode/ustring.h>

/// Lines of "class TAB key TAB form" that grow in memory; shared by the tables and the samples.
struct buffer {
  char *bytes;
  size_t used, size;
};

static inline void append(struct buffer *b, const char *s, size_t n) {
  if (b->used + n + 1 > b->size) {
    size_t size = (b->size + n + 1) * 2;
    char *bytes = realloc(b->bytes, size);
    if (!bytes) return;
    b->bytes = bytes;
    b->size = size;
  }
  memcpy(b->bytes + b->used, s, n);
  b->used += n;
  b->bytes[b->used] = 0;
}

static inline void row(struct buffer *b, const char *class, const char *key, const UChar *form, int32_t length) {
  char utf8[512];
  int32_t n = 0;
  UErrorCode error = U_ZERO_ERROR;
  u_strToUTF8(utf8, sizeof utf8, &n, form, length, &error);
  if (U_FAILURE(error) || n <= 0 || n >= (int32_t)sizeof utf8) return;
  append(b, class, strlen(class));
  append(b, "\t", 1);
  append(b, key, strlen(key));
  append(b, "\t", 1);
  append(b, utf8, (size_t)n);
  append(b, "\n", 1);
}
