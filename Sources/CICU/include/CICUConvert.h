#pragma once

#include <stdint.h>

/// What each of the 256 bytes means in a single-byte encoding, as code points; 0xFFFFFFFF where a byte means nothing.
/// Returns 0, or -1 when ICU does not know the name or the encoding has characters of several bytes.
int32_t seos_convert_byte_table(const char *_Nonnull name, uint32_t table[_Nonnull 256]);

/// Decodes `length` bytes into UTF-8, U+FFFD for what has no meaning.
/// Returns the bytes written, -1 for an unknown name, -2 when `capacity` is too small.
int64_t seos_convert_to_utf8(
    const char *_Nonnull name, const uint8_t *_Nonnull bytes, int64_t length, uint8_t *_Nonnull out, int64_t capacity,
    int64_t *_Nonnull replaced);

/// Whether valid UTF-8 is certainly in Unicode normalisation form C already (1) or has to be normalised to know (0).
int32_t seos_nfc_quick_check(const uint8_t *_Nonnull bytes, int64_t length);

/// Writes form C of valid UTF-8. Returns the bytes written, or -1 when memory or `capacity` (three times the length
/// always suffices) is short. Linear however long a run of combining marks is.
int64_t seos_nfc(const uint8_t *_Nonnull bytes, int64_t length, uint8_t *_Nonnull out, int64_t capacity);
