#include "CICU.h"
#include "rows.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/upluralrules.h>
#include <unicode/ustring.h>

static void symbols(struct buffer *b, const UDateFormat *format, UDateFormatSymbolType type, const char *class, int first) {
  int32_t count = udat_countSymbols(format, type);
  for (int32_t i = first; i < count; i++) {
    UChar text[128];
    UErrorCode error = U_ZERO_ERROR;
    int32_t n = udat_getSymbols(format, type, i, text, 128, &error);
    if (U_FAILURE(error)) continue;
    char key[3] = {0};
    int k = first ? i : i + 1;
    key[0] = k >= 10 ? (char)('0' + k / 10) : (char)('0' + k);
    if (k >= 10) key[1] = (char)('0' + k % 10);
    row(b, class, key, text, n);
  }
}

/// The words around a formatted number: what is left when digits, separators and spaces are taken away.
static void magnitude(struct buffer *b, const UNumberFormatter *formatter, double value, const char *power) {
  UErrorCode error = U_ZERO_ERROR;
  UFormattedNumber *result = unumf_openResult(&error);
  unumf_formatDouble(formatter, value, result, &error);
  UChar text[128], word[128];
  int32_t n = unumf_resultToString(result, text, 128, &error), m = 0;
  unumf_closeResult(result);
  if (U_FAILURE(error)) return;
  for (int32_t i = 0; i < n; i++) {
    UChar c = text[i];
    bool digit = c >= '0' && c <= '9';
    bool gap = c == ' ' || c == 0xA0 || c == 0x202F || c == 0x200F || c == 0x200E;
    bool between = (c == '.' || c == ',') && i > 0 && i + 1 < n && text[i - 1] >= '0' && text[i - 1] <= '9';
    if (digit || between) continue;
    if (gap && (m == 0 || i + 1 == n)) continue;
    word[m++] = gap ? ' ' : c;
  }
  if (m > 0) row(b, "magnitude", power, word, m);
}

static void magnitudes(struct buffer *b, const char *locale, const UChar *skeleton) {
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(skeleton, -1, locale, &error);
  if (U_FAILURE(error)) return;
  static const double factors[] = {1, 2, 3, 5, 11, 21, 100, 1.5};
  static const struct {
    double value;
    const char *power;
  } powers[] = {{1e3, "3"}, {1e6, "6"}, {1e9, "9"}, {1e12, "12"}};
  for (size_t p = 0; p < 4; p++)
    for (size_t f = 0; f < sizeof factors / sizeof *factors; f++)
      magnitude(b, formatter, powers[p].value * factors[f], powers[p].power);
  unumf_close(formatter);
}

/// Old money that ICU no longer counts among the current currencies.
static const char *const old_currencies[] = {"EEK", "LVL", "LTL", "SIT", "HRK", "SKK", "DEM", "ATS", "FIM", "FRF", "ITL", "ESP",
                                             "PTE", "GRD", "IEP", "NLG", "BEF", "LUF", "MTL", "CYP", "BYR", "TRL"};

/// The names of one currency in every plural form the language has, each once.
static void currency(struct buffer *b, const char *locale, const char *code, char keywords[][16], int32_t count) {
  UChar iso[4];
  u_charsToUChars(code, iso, 4);
  const UChar *seen[8];
  int32_t lengths[8], known = 0;
  for (int32_t p = 0; p < count && p < 8; p++) {
    UErrorCode error = U_ZERO_ERROR;
    UBool choice = false;
    int32_t n = 0;
    const UChar *name = ucurr_getPluralName(iso, locale, &choice, keywords[p], &n, &error);
    if (U_FAILURE(error) || error == U_USING_DEFAULT_WARNING) continue;
    bool repeated = false;
    for (int32_t k = 0; k < known; k++)
      repeated = repeated || (lengths[k] == n && u_memcmp(seen[k], name, n) == 0);
    if (repeated) continue;
    seen[known] = name;
    lengths[known++] = n;
    row(b, "currency", code, name, n);
  }
}

static void currencies(struct buffer *b, const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  char keywords[8][16];
  int32_t count = 0;
  UPluralRules *rules = uplrules_open(locale, &error);
  UEnumeration *words = uplrules_getKeywords(rules, &error);
  const char *word;
  while (U_SUCCESS(error) && count < 8 && (word = uenum_next(words, NULL, &error))) {
    strncpy(keywords[count], word, 15);
    keywords[count++][15] = 0;
  }
  uenum_close(words);
  uplrules_close(rules);
  error = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  const char *code;
  while (U_SUCCESS(error) && (code = uenum_next(codes, NULL, &error))) currency(b, locale, code, keywords, count);
  uenum_close(codes);
  for (size_t i = 0; i < sizeof old_currencies / sizeof *old_currencies; i++)
    currency(b, locale, old_currencies[i], keywords, count);
}

enum { SEEN = 4096 };

/// Whether a number was not spelt so before: the rules of genders and cases mostly repeat each other.
static bool unseen(uint32_t *seen, int32_t value, const UChar *text, int32_t length) {
  uint32_t hash = 2166136261u ^ (uint32_t)value;
  for (int32_t i = 0; i < length; i++) hash = (hash ^ text[i]) * 16777619u;
  hash |= 1;
  for (uint32_t k = 0; k < 16; k++) {
    uint32_t *slot = &seen[(hash >> 8 ^ k) % SEEN];
    if (*slot == hash) return false;
    if (*slot == 0) {
      *slot = hash;
      return true;
    }
  }
  return true;
}

/// Numbers in words: 0 to 100, the hundreds and 1000, by every rule for counting that the language has.
static void words(struct buffer *b, const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &error);
  if (U_FAILURE(error)) return;
  UChar sets[2048];
  int32_t n = unum_getTextAttribute(format, UNUM_PUBLIC_RULESETS, sets, 2047, &error);
  if (U_FAILURE(error) || error == U_STRING_NOT_TERMINATED_WARNING) n = 0;
  int32_t used = 0;
  uint32_t seen[SEEN] = {0};
  for (int32_t start = 0; start < n && used < 12;) {
    int32_t end = start;
    while (end < n && sets[end] != ';') end++;
    UChar name[128];
    int32_t length = end - start;
    char ascii[128];
    if (length > 0 && length < 127) {
      u_memcpy(name, sets + start, length);
      name[length] = 0;
      u_UCharsToChars(name, ascii, length + 1);
      bool counts = strncmp(ascii, "%spellout-cardinal", 18) == 0 || strcmp(ascii, "%spellout-numbering") == 0;
      if (counts && !strstr(ascii, "verbose")) {
        error = U_ZERO_ERROR;
        unum_setTextAttribute(format, UNUM_DEFAULT_RULESET, name, length, &error);
        used++;
        for (int32_t value = 0; U_SUCCESS(error) && value <= 1000; value += value < 100 ? 1 : 100) {
          UChar text[128];
          int32_t m = unum_format(format, value, text, 128, NULL, &error);
          char key[5] = {0};
          int32_t k = 0;
          for (int32_t d = 1000; d > 0; d /= 10)
            if (value >= d || d == 1) key[k++] = (char)('0' + value / d % 10);
          if (U_SUCCESS(error) && m > 0 && m < 128 && unseen(seen, value, text, m)) row(b, "word", key, text, m);
        }
      }
    }
    start = end + 1;
  }
  unum_close(format);
}

static void territories(struct buffer *b, const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  ULocaleDisplayNames *names = uldn_open(locale, ULDN_STANDARD_NAMES, &error);
  if (U_FAILURE(error)) return;
  for (const char *const *country = uloc_getISOCountries(); *country; country++) {
    UChar text[256];
    error = U_ZERO_ERROR;
    int32_t n = uldn_regionDisplayName(names, *country, text, 256, &error);
    if (U_SUCCESS(error)) row(b, "territory", *country, text, n);
  }
  uldn_close(names);
}

char *seos_icu_locale_table(const char *locale) {
  UErrorCode error = U_ZERO_ERROR;
  struct buffer b = {0};
  UDateFormat *format = udat_open(UDAT_FULL, UDAT_FULL, locale, u"UTC", -1, NULL, 0, &error);
  if (U_FAILURE(error)) return NULL;
  static const UDateFormatSymbolType months[] = {UDAT_MONTHS, UDAT_STANDALONE_MONTHS, UDAT_SHORT_MONTHS, UDAT_STANDALONE_SHORT_MONTHS};
  for (size_t i = 0; i < 4; i++) symbols(&b, format, months[i], "month", 0);
  static const UDateFormatSymbolType days[] = {UDAT_WEEKDAYS, UDAT_STANDALONE_WEEKDAYS, UDAT_SHORT_WEEKDAYS};
  for (size_t i = 0; i < 3; i++) symbols(&b, format, days[i], "weekday", 1);
  udat_close(format);

  UNumberFormat *number = unum_open(UNUM_DECIMAL, NULL, 0, locale, NULL, &error);
  if (U_SUCCESS(error)) {
    UChar text[16];
    int32_t n = unum_getSymbol(number, UNUM_DECIMAL_SEPARATOR_SYMBOL, text, 16, &error);
    if (U_SUCCESS(error)) row(&b, "decimal", "-", text, n);
    error = U_ZERO_ERROR;
    n = unum_getSymbol(number, UNUM_GROUPING_SEPARATOR_SYMBOL, text, 16, &error);
    if (U_SUCCESS(error)) row(&b, "group", "-", text, n);
    unum_close(number);
  }
  magnitudes(&b, locale, u"compact-long");
  magnitudes(&b, locale, u"compact-short");
  currencies(&b, locale);
  words(&b, locale);
  return b.bytes;
}

char *seos_icu_currency_codes(void) {
  struct buffer b = {0};
  UErrorCode error = U_ZERO_ERROR;
  UEnumeration *codes = ucurr_openISOCurrencies(UCURR_COMMON | UCURR_NON_DEPRECATED, &error);
  const char *code;
  while (U_SUCCESS(error) && (code = uenum_next(codes, NULL, &error))) append(&b, code, 3);
  uenum_close(codes);
  for (size_t i = 0; i < sizeof old_currencies / sizeof *old_currencies; i++) append(&b, old_currencies[i], 3);
  return b.bytes;
}

char *seos_icu_territory_table(const char *locale) {
  struct buffer b = {0};
  territories(&b, locale);
  return b.bytes;
}

char *seos_icu_country_currencies(void) {
  struct buffer b = {0};
  for (const char *const *country = uloc_getISOCountries(); *country; country++) {
    char locale[16] = "und_";
    strncat(locale, *country, 8);
    append(&b, *country, strlen(*country));
    UErrorCode error = U_ZERO_ERROR;
    UChar wide[4];
    char code[4] = {0};
    // Not the functions that take a date: ICU 72 reads through NULL for a country without money of its own.
    int32_t n = ucurr_forLocale(locale, wide, 4, &error);
    if (U_SUCCESS(error) && n == 3) {
      u_UCharsToChars(wide, code, 4);
      append(&b, " ", 1);
      append(&b, code, 3);
    }
    append(&b, "\n", 1);
  }
  return b.bytes;
}

void seos_icu_likely_region(const char *language, char *region) {
  char locale[ULOC_FULLNAME_CAPACITY];
  UErrorCode error = U_ZERO_ERROR;
  region[0] = 0;
  uloc_addLikelySubtags(language, locale, sizeof locale, &error);
  if (U_FAILURE(error)) return;
  char country[ULOC_COUNTRY_CAPACITY];
  int32_t n = uloc_getCountry(locale, country, sizeof country, &error);
  if (U_SUCCESS(error) && n == 2) {
    region[0] = country[0];
    region[1] = country[1];
    region[2] = 0;
  }
}
