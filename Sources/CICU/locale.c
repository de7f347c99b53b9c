#include "CICU.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unicode/ucurr.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/uenum.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ustring.h>

struct buffer {
  char *bytes;
  size_t used, size;
};

static void append(struct buffer *b, const char *s, size_t n) {
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

static void row(struct buffer *b, const char *class, const char *key, const UChar *form, int32_t length) {
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

static void currencies(struct buffer *b, const char *locale) {
  static const char *const codes[] = {"EUR", "USD", "GBP", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "DKK", "NOK", "ISK",
                                      "UAH", "RUB", "EEK", "LVL", "LTL", "SIT", "HRK", "SKK", "DEM", "ATS", "FIM", "FRF", "ITL",
                                      "ESP", "PTE", "GRD", "IEP", "NLG", "BEF", "LUF", "MTL", "CYP", "TRY", "RSD", "BAM", "MKD",
                                      "ALL", "MDL", "GEL", "BYN", "JPY", "CNY", "CAD", "AUD", "INR", "XDR"};
  static const char *const plurals[] = {"one", "two", "few", "many", "other"};
  for (size_t i = 0; i < sizeof codes / sizeof *codes; i++) {
    UChar iso[4];
    u_charsToUChars(codes[i], iso, 4);
    for (size_t p = 0; p < 5; p++) {
      UErrorCode error = U_ZERO_ERROR;
      UBool choice = false;
      int32_t n = 0;
      const UChar *name = ucurr_getPluralName(iso, locale, &choice, plurals[p], &n, &error);
      if (U_SUCCESS(error) && error != U_USING_DEFAULT_WARNING) row(b, "currency", codes[i], name, n);
    }
  }
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
  return b.bytes;
}

char *seos_icu_territory_table(const char *locale) {
  struct buffer b = {0};
  territories(&b, locale);
  return b.bytes;
}

/// Days of the proleptic Gregorian calendar since 1970-01-01 (Hinnant).
static int64_t days_from_civil(int32_t y, int32_t m, int32_t d) {
  y -= m <= 2;
  int32_t era = (y >= 0 ? y : y - 399) / 400;
  int32_t yoe = y - era * 400, doy = (153 * (m + (m > 2 ? -3 : 9)) + 2) / 5 + d - 1;
  return (int64_t)era * 146097 + yoe * 365 + yoe / 4 - yoe / 100 + doy - 719468;
}

static UDate noon(const int32_t day[3]) { return (double)days_from_civil(day[0], day[1], day[2]) * 86400000.0 + 43200000.0; }

static void sample(struct buffer *b, const int32_t from[3], const int32_t to[3], const UChar *text, int32_t n) {
  char first[48], last[48];
  snprintf(first, sizeof first, "%04d-%02d-%02d", from[0], from[1], from[2]);
  snprintf(last, sizeof last, "%04d-%02d-%02d", to[0], to[1], to[2]);
  row(b, first, last, text, n);
}

char *seos_icu_date_samples(const char *locale) {
  struct buffer b = {0};
  UChar text[256];
  static const UDateFormatStyle styles[] = {UDAT_FULL, UDAT_LONG, UDAT_MEDIUM, UDAT_SHORT};
  for (size_t s = 0; s < 4; s++) {
    UErrorCode error = U_ZERO_ERROR;
    UDateFormat *format = udat_open(UDAT_NONE, styles[s], locale, u"UTC", -1, NULL, 0, &error);
    if (U_FAILURE(error)) return NULL;
    for (int32_t month = 1; month <= 12; month++) {
      int32_t day[3] = {2018 + month % 9, month, month % 2 ? 28 - month : month};
      error = U_ZERO_ERROR;
      int32_t n = udat_format(format, noon(day), text, 256, NULL, &error);
      if (U_SUCCESS(error)) sample(&b, day, day, text, n);
    }
    udat_close(format);
  }
  // Days of one month, of two months, of two years; then the months alone.
  static const int32_t spans[][6] = {
      {2024, 5, 3, 2024, 5, 17},   {2023, 2, 14, 2023, 10, 28}, {2021, 11, 21, 2023, 1, 31},
      {2022, 3, 1, 2022, 9, 30},   {2020, 8, 1, 2022, 4, 30},   {2019, 6, 1, 2024, 7, 31},
  };
  static const UChar *const skeletons[] = {u"yMMMMd", u"yMMMd", u"yMd", u"yMMMM", u"yMMM"};
  for (size_t k = 0; k < 5; k++) {
    UErrorCode error = U_ZERO_ERROR;
    UDateIntervalFormat *format = udtitvfmt_open(locale, skeletons[k], -1, u"UTC", -1, &error);
    if (U_FAILURE(error)) continue;
    for (size_t i = 0; i < sizeof spans / sizeof *spans; i++) {
      // The first three are days, the others whole months.
      if ((i < 3) != (k < 3)) continue;
      error = U_ZERO_ERROR;
      int32_t n = udtitvfmt_format(format, noon(spans[i]), noon(spans[i] + 3), text, 256, NULL, &error);
      if (U_SUCCESS(error)) sample(&b, spans[i], spans[i] + 3, text, n);
    }
    udtitvfmt_close(format);
  }
  return b.bytes;
}
