// collect, sum and avg. SQLite 3.40 has no ordered aggregates; a list keeps the order in which rows arrive, which is
// the order of an ordered subquery below it.
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

typedef struct collection {
  buffer items;
  uint32_t count;
} collection;

static void collect_step(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  if (sqlite3_value_type(v[0]) == SQLITE_NULL) return;
  collection *c = sqlite3_aggregate_context(context, sizeof *c);
  if (c == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  if (c->count == 0 && c->items.count == 0) {
    buffer_byte(&c->items, TAG_LIST);
    buffer_word(&c->items, 0);
  }
  buffer_value(&c->items, v[0]);
  c->count++;
  if (c->items.failed) sqlite3_result_error_nomem(context);
}

static void collect_final(sqlite3_context *context) {
  collection *c = sqlite3_aggregate_context(context, 0);
  if (c == NULL || c->count == 0) {
    sqlite3_result_blob(context, "l\0\0\0\0", 5, SQLITE_STATIC);
    return;
  }
  for (int i = 0; i < 4 && !c->items.failed; i++) c->items.bytes[1 + i] = (uint8_t)(c->count >> (8 * i));
  buffer_result(&c->items, context);
}

// Sums are exact as long as every number is an integer or a decimal of at most six places: they are kept in millionths
// in 128 bits. Beyond that they are compensated doubles (Neumaier).
typedef struct total {
  __int128 millionths;
  double sum, compensation;
  int64_t count;
  bool fraction, inexact, failed;
} total;

static const __int128 million = 1000000;

// The decimal a double was made from, in millionths: 15 significant digits always survive the way there and back.
static bool millionths_of(double d, __int128 *out) {
  if (!(fabs(d) < 1e15)) return false;
  char text[64];
  snprintf(text, sizeof text, "%.15g", d);
  if (strtod(text, NULL) != d || strchr(text, 'e') != NULL) return false;
  __int128 value = 0;
  int places = -1;
  for (const char *p = text; *p != 0; p++) {
    if (*p == '-') continue;
    if (*p == '.') {
      places = 0;
      continue;
    }
    if (places == 6) return false;
    value = value * 10 + (*p - '0');
    if (places >= 0) places++;
  }
  for (int i = places < 0 ? 0 : places; i < 6; i++) value *= 10;
  *out = d < 0 ? -value : value;
  return true;
}

static void total_step(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  int type = sqlite3_value_type(v[0]);
  if (type == SQLITE_NULL) return;
  total *t = sqlite3_aggregate_context(context, sizeof *t);
  if (t == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  t->count++;
  double d = sqlite3_value_double(v[0]);
  if (type == SQLITE_INTEGER) {
    t->millionths += (__int128)sqlite3_value_int64(v[0]) * million;
  } else if (type == SQLITE_FLOAT) {
    __int128 exact;
    t->fraction = true;
    if (millionths_of(d, &exact)) {
      t->millionths += exact;
    } else {
      t->inexact = true;
    }
  } else {
    t->failed = true;
    query_error(context, -1, "only numbers can be added up");
    return;
  }
  double s = t->sum + d;
  t->compensation += fabs(t->sum) >= fabs(d) ? (t->sum - s) + d : (d - s) + t->sum;
  t->sum = s;
}

static void sum_final(sqlite3_context *context) {
  total *t = sqlite3_aggregate_context(context, 0);
  if (t == NULL || t->count == 0) {
    sqlite3_result_int64(context, 0);
    return;
  }
  if (t->failed) return;
  bool decimal = *(const char *)sqlite3_user_data(context) == 'd';
  __int128 whole = t->millionths / million;
  bool fits = whole >= INT64_MIN && whole <= INT64_MAX;
  if (!t->fraction) {
    if (fits) {
      sqlite3_result_int64(context, (int64_t)whole);
    } else {
      query_error(context, -1, "the sum does not fit a 64-bit integer");
    }
    return;
  }
  if (t->inexact || !fits) {
    sqlite3_result_double(context, t->sum + t->compensation);
  } else if (decimal && t->millionths % million == 0) {
    sqlite3_result_int64(context, (int64_t)whole);
  } else {
    char text[64];
    __int128 rest = t->millionths % million;
    snprintf(text, sizeof text, "%s%lld.%06d", t->millionths < 0 ? "-" : "", llabs((long long)whole),
             abs((int)rest));
    sqlite3_result_double(context, strtod(text, NULL));
  }
}

static void average_final(sqlite3_context *context) {
  total *t = sqlite3_aggregate_context(context, 0);
  if (t == NULL || t->count == 0 || t->failed) return;
  sqlite3_result_double(context, (t->sum + t->compensation) / (double)t->count);
}

int register_aggregates(sqlite3 *db) {
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code =
      sqlite3_create_function_v2(db, "seos_collect", 1, flags, NULL, NULL, collect_step, collect_final, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2(db, "seos_sum", 1, flags, (void *)"n", NULL, total_step, sum_final, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2(db, "seos_sum_decimal", 1, flags, (void *)"d", NULL, total_step, sum_final, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2(db, "seos_average", 1, flags, (void *)"n", NULL, total_step, average_final, NULL);
  return code;
}
