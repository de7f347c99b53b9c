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

/// Fills the entries of a range: `script` spells it in Latin letters where it has others, `ascii` takes the marks away.
static void fill(uint8_t *entries, const UTransliterator *script, const UTransliterator *ascii, uint32_t first, uint32_t last,
                 UErrorCode *error) {
  enum { capacity = 16384 };
  static _Thread_local UChar text[capacity];
  int32_t length = lines(first, last, text), limit = length;
  if (script) utrans_transUChars(script, text, &length, capacity, 0, &limit, error);
  limit = length;
  utrans_transUChars(ascii, text, &length, capacity, 0, &limit, error);
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

static UTransliterator *transliterator(const char *rules, UErrorCode *error) {
  UChar id[64];
  u_uastrcpy(id, rules);
  return utrans_openU(id, -1, UTRANS_FORWARD, NULL, 0, NULL, error);
}

int32_t seos_icu_latin_table(uint8_t *entries, uint32_t count) {
  memset(entries, 0, (size_t)count * 8);
  UErrorCode error = U_ZERO_ERROR;
  // ICU parses rules for each that is opened, so every one serves all its ranges.
  UTransliterator *ascii = transliterator("Latin-ASCII", &error);
  UTransliterator *greek = transliterator("Greek-Latin", &error);
  UTransliterator *cyrillic = transliterator("Cyrillic-Latin", &error);
  const struct { const UTransliterator *script; uint32_t first, last; } ranges[] = {
    {NULL, 0x41, 0x250}, {greek, 0x370, 0x400}, {cyrillic, 0x400, 0x530}, {NULL, 0x1E00, 0x1F00}, {greek, 0x1F00, 0x2000},
  };
  for (size_t i = 0; i < sizeof ranges / sizeof *ranges && U_SUCCESS(error); i++) {
    if (ranges[i].last <= count) fill(entries, ranges[i].script, ascii, ranges[i].first, ranges[i].last, &error);
  }
  utrans_close(ascii);
  utrans_close(greek);
  utrans_close(cyrillic);
  return U_FAILURE(error) ? -1 : 0;
}
