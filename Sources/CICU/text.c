#include "CICU.h"

#include <stdbool.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>

static bool ignorable(UChar32 c) {
  int8_t type = u_charType(c);
  return c == 0xAD || type == U_NON_SPACING_MARK || type == U_ENCLOSING_MARK || type == U_COMBINING_SPACING_MARK ||
         type == U_FORMAT_CHAR;
}

void seos_icu_class_table(uint8_t *classes, uint32_t count) {
  for (uint32_t c = 0; c < count; c++) {
    uint8_t k = SEOS_CLASS_OTHER;
    if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2028 || c == 0x2029 || c == 0x0B || c == 0x0C) k = SEOS_CLASS_NEWLINE;
    else if (ignorable((UChar32)c)) k = SEOS_CLASS_IGNORED;
    else if (u_isUWhiteSpace((UChar32)c)) k = SEOS_CLASS_SPACE;
    else if (c >= '0' && c <= '9') k = SEOS_CLASS_DIGIT;
    else if (u_isalpha((UChar32)c)) {
      k = SEOS_CLASS_LETTER;
      if (u_isupper((UChar32)c) || u_istitle((UChar32)c)) k |= SEOS_CLASS_UPPER;
    } else if (u_ispunct((UChar32)c)) k = SEOS_CLASS_PUNCTUATION;
    else if (c >= 0x20 && c != 0x7F) k = SEOS_CLASS_SYMBOL;
    classes[c] = k;
  }
}

/// Letters that no decomposition takes apart, in the spelling people use when they lack the key.
static const char *special(UChar32 c) {
  switch (c) {
  case 0x142: return "l";   // ł
  case 0xF8: return "o";    // ø
  case 0x111: case 0xF0: return "d";   // đ ð
  case 0xE6: return "ae";   // æ
  case 0x153: return "oe";  // œ
  case 0xFE: return "th";   // þ
  case 0x127: return "h";   // ħ
  case 0x131: return "i";   // ı
  case 0x167: return "t";   // ŧ
  case 0x14B: return "n";   // ŋ
  case 0x138: return "k";
  case 0x2018: case 0x2019: case 0x201A: case 0x201B: case 0x2032: case 0x2BC: case 0x60: case 0xB4: return "'";
  case 0x201C: case 0x201D: case 0x201E: case 0x201F: case 0xAB: case 0xBB: case 0x2033: case 0x2039: case 0x203A: return "\"";
  case 0x2010: case 0x2011: case 0x2012: case 0x2013: case 0x2014: case 0x2015: case 0x2212: return "-";
  case 0x2026: return "...";
  default: return NULL;
  }
}

void seos_icu_fold_table(uint8_t *entries, uint32_t count) {
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2 *nfkd = unorm2_getNFKDInstance(&error);
  const UNormalizer2 *nfd = unorm2_getNFDInstance(&error);
  memset(entries, 0, (size_t)count * 8);
  if (U_FAILURE(error)) return;
  for (uint32_t c = 0; c < count; c++) {
    uint8_t *entry = entries + (size_t)c * 8;
    if (ignorable((UChar32)c)) continue;
    if (u_isUWhiteSpace((UChar32)c)) {
      entry[0] = 1;
      entry[1] = ' ';
      continue;
    }
    UChar source[2], folded[16], parts[32];
    int32_t n = 0;
    U16_APPEND_UNSAFE(source, n, (UChar32)c);
    error = U_ZERO_ERROR;
    int32_t folds = u_strFoldCase(folded, 16, source, n, U_FOLD_CASE_DEFAULT, &error);
    if (U_FAILURE(error)) continue;
    const UNormalizer2 *form = u_isalpha((UChar32)c) ? nfkd : nfd;
    int32_t length = unorm2_normalize(form, folded, folds, parts, 32, &error);
    if (U_FAILURE(error)) continue;
    uint8_t out[8];
    size_t used = 0;
    for (int32_t i = 0; i < length;) {
      UChar32 d;
      U16_NEXT(parts, i, length, d);
      if (ignorable(d)) continue;
      const char *plain = special(d);
      if (plain) {
        size_t size = strlen(plain);
        if (used + size > 7) break;
        memcpy(out + used, plain, size);
        used += size;
      } else {
        uint8_t bytes[4];
        int32_t size = 0;
        U8_APPEND_UNSAFE(bytes, size, d);
        if (used + (size_t)size > 7) break;
        memcpy(out + used, bytes, (size_t)size);
        used += (size_t)size;
      }
    }
    entry[0] = (uint8_t)used;
    memcpy(entry + 1, out, used);
  }
}
