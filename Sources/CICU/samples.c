#include "CICU.h"
#include "rows.h"

#include <stdbool.h>
#include <stdio.h>
#include <unicode/udat.h>
#include <unicode/udateintervalformat.h>
#include <unicode/unum.h>
#include <unicode/unumberformatter.h>
#include <unicode/ureldatefmt.h>

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

// MARK: Amounts

/// Amounts that every style can write without losing a digit: whole ones, cents, groups, and round ones for short forms.
static const double plain_values[] = {1, 2, 5, 11, 21, 22, 100, 101, 1.5, 12.34, 1234.56, 8765, 12345, 642300, 2577444.12};
static const double round_values[] = {5e3, 12e3, 155e3, 1e6, 1.2e6, 2e6, 5e6, 21e6, 2.5e6, 155e6, 1e9, 3.4e9, 5e9, 21e9};

static const double few_plain[] = {1, 2, 5, 1234.56};
static const double few_round[] = {1e6, 5e6, 1e9};

static void formatted(struct buffer *b, const char *kind, const char *skeleton, const char *locale, const double *values,
                      size_t count, const char *currency) {
  UChar wide[128], text[256];
  u_charsToUChars(skeleton, wide, (int32_t)strlen(skeleton) + 1);
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormatter *formatter = unumf_openForSkeletonAndLocale(wide, -1, locale, &error);
  if (U_FAILURE(error)) return;
  for (size_t i = 0; i < count; i++) {
    error = U_ZERO_ERROR;
    UFormattedNumber *result = unumf_openResult(&error);
    unumf_formatDouble(formatter, values[i], result, &error);
    int32_t n = unumf_resultToString(result, text, 256, &error);
    unumf_closeResult(result);
    char key[64];
    snprintf(key, sizeof key, "%.2f%s%s", values[i], currency[0] ? " " : "", currency);
    if (U_SUCCESS(error)) row(b, kind, key, text, n);
  }
  unumf_close(formatter);
}

char *seos_icu_amount_samples(const char *locale) {
  struct buffer b = {0};
  static const char *const currencies[] = {"EUR", "USD", "GBP", "CHF", "PLN", "CZK", "HUF", "RON", "BGN", "SEK", "DKK",
                                           "NOK", "ISK", "UAH", "EEK", "LVL", "LTL", "SIT", "SKK", "HRK", "DEM", "FRF"};
  // No digit is rounded away. Not the narrow style, whose signs several currencies share ("kr", "L", "F").
  static const char *const styles[] = {"currency/%s .00", "currency/%s .##", "currency/%s unit-width-iso-code .00",
                                       "currency/%s unit-width-full-name .##"};
  static const char *const short_styles[] = {"compact-short currency/%s .##", "compact-long currency/%s .##",
                                             "compact-short currency/%s unit-width-iso-code .##",
                                             "compact-long currency/%s unit-width-full-name .##"};
  const size_t plain = sizeof plain_values / sizeof *plain_values, round = sizeof round_values / sizeof *round_values;
  char skeleton[128];
  for (size_t c = 0; c < sizeof currencies / sizeof *currencies; c++) {
    // Every value once, in euros; the other currencies have other words only.
    const double *plain_list = c ? few_plain : plain_values, *round_list = c ? few_round : round_values;
    const size_t plain_count = c ? sizeof few_plain / sizeof *few_plain : plain;
    const size_t round_count = c ? sizeof few_round / sizeof *few_round : round;
    for (size_t s = 0; s < sizeof styles / sizeof *styles; s++) {
      snprintf(skeleton, sizeof skeleton, styles[s], currencies[c]);
      formatted(&b, "money", skeleton, locale, plain_list, plain_count, currencies[c]);
    }
    for (size_t s = 0; s < sizeof short_styles / sizeof *short_styles; s++) {
      snprintf(skeleton, sizeof skeleton, short_styles[s], currencies[c]);
      formatted(&b, "money", skeleton, locale, round_list, round_count, currencies[c]);
    }
  }
  formatted(&b, "number", ".##", locale, plain_values, plain, "");
  formatted(&b, "number", "compact-long .##", locale, round_values, round, "");
  formatted(&b, "number", "compact-short .##", locale, round_values, round, "");
  formatted(&b, "percent", "percent .##", locale, plain_values, plain, "");
  return b.bytes;
}

char *seos_icu_spellout_samples(const char *locale) {
  struct buffer b = {0};
  UErrorCode error = U_ZERO_ERROR;
  UNumberFormat *format = unum_open(UNUM_SPELLOUT, NULL, 0, locale, NULL, &error);
  if (U_FAILURE(error)) return NULL;
  for (int32_t value = 13; value < 1000; value += value < 130 ? 1 : 29) {
    UChar text[256];
    char key[16];
    error = U_ZERO_ERROR;
    int32_t n = unum_format(format, value, text, 256, NULL, &error);
    snprintf(key, sizeof key, "%d", value);
    if (U_SUCCESS(error) && n < 256) row(&b, "number", key, text, n);
  }
  unum_close(format);
  return b.bytes;
}

// MARK: Relative dates

char *seos_icu_relative_samples(const char *locale) {
  struct buffer b = {0};
  static const struct {
    URelativeDateTimeUnit unit;
    const char *name;
    int steps;
  } units[] = {{UDAT_REL_UNIT_DAY, "day", 2},     {UDAT_REL_UNIT_WEEK, "week", 1},     {UDAT_REL_UNIT_MONTH, "month", 1},
               {UDAT_REL_UNIT_YEAR, "year", 1},   {UDAT_REL_UNIT_MONDAY, "weekday1", 1}, {UDAT_REL_UNIT_TUESDAY, "weekday2", 1},
               {UDAT_REL_UNIT_WEDNESDAY, "weekday3", 1}, {UDAT_REL_UNIT_THURSDAY, "weekday4", 1}, {UDAT_REL_UNIT_FRIDAY, "weekday5", 1},
               {UDAT_REL_UNIT_SATURDAY, "weekday6", 1}, {UDAT_REL_UNIT_SUNDAY, "weekday7", 1}};
  static const int counts[] = {1, 2, 3, 5, 11, 21, 30};
  UErrorCode error = U_ZERO_ERROR;
  URelativeDateTimeFormatter *format =
      ureldatefmt_open(locale, NULL, UDAT_STYLE_LONG, UDISPCTX_CAPITALIZATION_NONE, &error);
  if (U_FAILURE(error)) return NULL;
  UChar text[256];
  char key[16];
  for (size_t u = 0; u < sizeof units / sizeof *units; u++) {
    for (int n = -units[u].steps; n <= units[u].steps; n++) {
      error = U_ZERO_ERROR;
      int32_t length = ureldatefmt_format(format, n, units[u].unit, text, 256, &error);
      snprintf(key, sizeof key, "%d", n);
      if (U_SUCCESS(error)) row(&b, units[u].name, key, text, length);
    }
    // "in 3 weeks", "3 weeks ago"; days of the week are not counted so.
    for (size_t c = 0; u < 4 && c < 2 * sizeof counts / sizeof *counts; c++) {
      int n = c % 2 ? counts[c / 2] : -counts[c / 2];
      error = U_ZERO_ERROR;
      int32_t length = ureldatefmt_formatNumeric(format, n, units[u].unit, text, 256, &error);
      snprintf(key, sizeof key, "%d", n);
      char kind[24];
      snprintf(kind, sizeof kind, "%ss", units[u].name);
      if (U_SUCCESS(error)) row(&b, kind, key, text, length);
    }
  }
  ureldatefmt_close(format);
  return b.bytes;
}
