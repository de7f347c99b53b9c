#include "CICU.h"

#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

enum { separator = 0x0A };

/// The letters of a range, each on a line of its own, so that no rule of the transliterator sees its neighbours.
static int32_t lines(uint32_t first, uint32_t last, UChar *out) {
  int32_t n = 0;
  for (uint32_t c = first; c < last; c++) {
    if (u_isalpha((UChar32)c)) out[n++] = (UChar)c;
    out[n++] = separator;
  }
  return n;
}

static void fill(uint8_t *entries, const char *rules, uint32_t first, uint32_t last, UErrorCode *error) {
  enum { capacity = 16384 };
  static _Thread_local UChar text[capacity];
  UChar id[64];
  u_uastrcpy(id, rules);
  UTransliterator *t = utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, error);
  if (U_FAILURE(*error)) return;
  int32_t length = lines(first, last, text), limit = length;
  utrans_transUChars(t, text, &length, capacity, 0, &limit, error);
  utrans_close(t);
  if (U_FAILURE(*error)) return;
  uint32_t c = first;
  for (int32_t i = 0; i < length && c < last; i++) {
    uint8_t *entry = entries + (size_t)c * 8;
    if (text[i] == separator) {
      c++;
      continue;
    }
    UChar32 letter = u_tolower(text[i]);
    if (letter >= 'a' && letter <= 'z' && entry[0] < 7) entry[++entry[0]] = (uint8_t)letter;
  }
}

int32_t seos_icu_latin_table(uint8_t *entries, uint32_t count) {
  memset(entries, 0, (size_t)count * 8);
  static const struct { const char *rules; uint32_t first, last; } ranges[] = {
    {"Latin-ASCII", 0x41, 0x250}, {"Greek-Latin; Latin-ASCII", 0x370, 0x400},
    {"Cyrillic-Latin; Latin-ASCII", 0x400, 0x530}, {"Latin-ASCII", 0x1E00, 0x1F00},
    {"Greek-Latin; Latin-ASCII", 0x1F00, 0x2000},
  };
  UErrorCode error = U_ZERO_ERROR;
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges; i++) {
    if (ranges[i].last <= count) fill(entries, ranges[i].rules, ranges[i].first, ranges[i].last, &error);
  }
  return U_FAILURE(error) ? -1 : 0;
}
