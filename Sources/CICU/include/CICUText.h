#pragma once
#include <stdint.h>

/// What a code point is, for splitting text into tokens.
enum {
  SEOS_CLASS_OTHER = 0,
  SEOS_CLASS_LETTER = 1,
  SEOS_CLASS_DIGIT = 2,
  SEOS_CLASS_SPACE = 3,
  SEOS_CLASS_PUNCTUATION = 4,
  SEOS_CLASS_SYMBOL = 5,
  /// Combining marks, soft hyphens, zero-width and bidirectional controls: part of the word they stand in.
  SEOS_CLASS_IGNORED = 6,
  SEOS_CLASS_NEWLINE = 7,
  /// Added to SEOS_CLASS_LETTER for upper and title case.
  SEOS_CLASS_UPPER = 16,
};

/// Fills `classes[0..<count]` with the class of each code point.
void seos_icu_class_table(uint8_t *classes, uint32_t count);

/// Fills `entries` (8 bytes a code point: length, then up to 7 bytes of UTF-8) with the folded form of each code
/// point: case folded, without diacritics and width, dashes as '-', quotation marks as '"' or '\'', spaces as ' ',
/// ignorable characters empty.
void seos_icu_fold_table(uint8_t *entries, uint32_t count);

/// Fills `entries` (8 bytes a code point: length, then up to 7 letters a-z) with each letter of the Latin, Greek and
/// Cyrillic blocks in plain Latin small letters, as ICU transliterates it; empty for everything else.
/// Returns 0, or -1 when ICU lacks the rules.
int32_t seos_icu_latin_table(uint8_t *entries, uint32_t count);
