// Arithmetic, text and conversion as openCypher has them, where SQLite's own differ: SQLite turns an overflow into a
// double and a division by zero into null, which would be a silent wrong answer.
#include <ctype.h>
#include <errno.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

void query_error(sqlite3_context *context, int64_t offset, const char *sentence) {
  char text[200];
  snprintf(text, sizeof text, "seos:%lld:%s", (long long)offset, sentence);
  sqlite3_result_error(context, text, -1);
}

static void number_result(sqlite3_context *context, double d, int64_t offset) {
  if (isnan(d) || isinf(d)) {
    query_error(context, offset, "the result of this calculation is not a finite number");
  } else {
    sqlite3_result_double(context, d);
  }
}

// seos_add(a, b, offset) and so on; the operator is the function's user data.
static void arithmetic(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  char operator= *(const char *)sqlite3_user_data(context);
  int ta = sqlite3_value_type(v[0]), tb = sqlite3_value_type(v[1]);
  int64_t offset = sqlite3_value_int64(v[2]);
  if (ta == SQLITE_NULL || tb == SQLITE_NULL) return;
  if ((ta != SQLITE_INTEGER && ta != SQLITE_FLOAT) || (tb != SQLITE_INTEGER && tb != SQLITE_FLOAT)) {
    query_error(context, offset, "only numbers can be calculated with");
    return;
  }
  if (ta == SQLITE_INTEGER && tb == SQLITE_INTEGER && operator!= '^') {
    int64_t a = sqlite3_value_int64(v[0]), b = sqlite3_value_int64(v[1]), r = 0;
    bool overflow = false;
    switch (operator) {
      case '+': overflow = __builtin_add_overflow(a, b, &r); break;
      case '-': overflow = __builtin_sub_overflow(a, b, &r); break;
      case '*': overflow = __builtin_mul_overflow(a, b, &r); break;
      default:
        if (b == 0) {
          query_error(context, offset, "division by zero");
          return;
        }
        overflow = b == -1 && a == INT64_MIN;
        if (!overflow) r = operator== '/' ? a / b : a % b;
    }
    if (overflow) {
      query_error(context, offset, "the result does not fit a 64-bit integer");
    } else {
      sqlite3_result_int64(context, r);
    }
    return;
  }
  double a = sqlite3_value_double(v[0]), b = sqlite3_value_double(v[1]);
  if ((operator== '/' || operator== '%') && b == 0) {
    query_error(context, offset, "division by zero");
    return;
  }
  switch (operator) {
    case '+': number_result(context, a + b, offset); break;
    case '-': number_result(context, a - b, offset); break;
    case '*': number_result(context, a * b, offset); break;
    case '/': number_result(context, a / b, offset); break;
    case '%': number_result(context, fmod(a, b), offset); break;
    default: number_result(context, pow(a, b), offset);
  }
}

static void absolute(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  if (sqlite3_value_type(v[0]) == SQLITE_INTEGER) {
    int64_t a = sqlite3_value_int64(v[0]);
    if (a == INT64_MIN) {
      query_error(context, sqlite3_value_int64(v[1]), "the result does not fit a 64-bit integer");
    } else {
      sqlite3_result_int64(context, a < 0 ? -a : a);
    }
  } else if (sqlite3_value_type(v[0]) == SQLITE_FLOAT) {
    sqlite3_result_double(context, fabs(sqlite3_value_double(v[0])));
  }
}

// seos_match(text, part): the operator is the function's user data: ^ starts, $ ends, * contains.
static void match(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  if (sqlite3_value_type(v[0]) != SQLITE_TEXT || sqlite3_value_type(v[1]) != SQLITE_TEXT) return;
  const uint8_t *text = sqlite3_value_text(v[0]), *part = sqlite3_value_text(v[1]);
  size_t n = (size_t)sqlite3_value_bytes(v[0]), m = (size_t)sqlite3_value_bytes(v[1]);
  char operator= *(const char *)sqlite3_user_data(context);
  bool found = m == 0;
  if (!found && m <= n) {
    if (operator== '^') found = memcmp(text, part, m) == 0;
    if (operator== '$') found = memcmp(text + n - m, part, m) == 0;
    if (operator== '*') {
      const uint8_t *at = text, *last = text + n - m;
      while (!found && at <= last) {
        at = memchr(at, part[0], (size_t)(last - at) + 1);
        if (at == NULL) break;
        found = memcmp(at, part, m) == 0;
        at++;
      }
    }
  }
  sqlite3_result_int(context, found);
}

// The shortest decimal that reads back as the same double; always with a point or an exponent.
static void print_double(double d, char *text, size_t capacity) {
  for (int digits = 15; digits <= 17; digits++) {
    snprintf(text, capacity, "%.*g", digits, d);
    if (strtod(text, NULL) == d) break;
  }
  if (strpbrk(text, ".eni") == NULL) strncat(text, ".0", capacity - strlen(text) - 1);
}

static void to_string(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  char text[64];
  switch (sqlite3_value_type(v[0])) {
    case SQLITE_INTEGER:
      snprintf(text, sizeof text, "%lld", (long long)sqlite3_value_int64(v[0]));
      sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
      break;
    case SQLITE_FLOAT:
      print_double(sqlite3_value_double(v[0]), text, sizeof text);
      sqlite3_result_text(context, text, -1, SQLITE_TRANSIENT);
      break;
    case SQLITE_TEXT: sqlite3_result_value(context, v[0]); break;
    default: break;
  }
}

static void integer_of_double(sqlite3_context *context, double d) {
  if (d >= -9223372036854775808.0 && d < 9223372036854775808.0) sqlite3_result_int64(context, (int64_t)d);
}

// A text that is a number literal of decimal digits, with sign, fraction and exponent if there are any, and nothing
// else but spaces and control characters around it.
static bool read_number(sqlite3_value *value, const char **text, bool *whole) {
  const char *s = (const char *)sqlite3_value_text(value);
  size_t n = (size_t)sqlite3_value_bytes(value), i = 0;
  if (s == NULL || strlen(s) != n) return false;
  while (n > 0 && (unsigned char)s[n - 1] <= 0x20) n--;
  while (i < n && (unsigned char)s[i] <= 0x20) i++;
  s += i, n -= i, i = 0;
  *text = s;
  *whole = true;
  if (s[i] == '-' || s[i] == '+') i++;
  size_t digits = 0;
  while (isdigit((unsigned char)s[i])) i++, digits++;
  if (s[i] == '.') {
    *whole = false;
    i++;
    while (isdigit((unsigned char)s[i])) i++, digits++;
  }
  if (digits == 0) return false;
  if (s[i] == 'e' || s[i] == 'E') {
    *whole = false;
    i++;
    if (s[i] == '-' || s[i] == '+') i++;
    if (!isdigit((unsigned char)s[i])) return false;
    while (isdigit((unsigned char)s[i])) i++;
  }
  return i == n;
}

static void to_integer(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  const char *text;
  bool whole;
  switch (sqlite3_value_type(v[0])) {
    case SQLITE_INTEGER: sqlite3_result_value(context, v[0]); break;
    case SQLITE_FLOAT: integer_of_double(context, sqlite3_value_double(v[0])); break;
    case SQLITE_TEXT:
      if (!read_number(v[0], &text, &whole)) break;
      if (whole) {
        errno = 0;
        long long value = strtoll(text, NULL, 10);
        if (errno == 0) sqlite3_result_int64(context, value);
      } else {
        integer_of_double(context, strtod(text, NULL));
      }
      break;
    default: break;
  }
}

static void to_float(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  const char *text;
  bool whole;
  switch (sqlite3_value_type(v[0])) {
    case SQLITE_INTEGER:
    case SQLITE_FLOAT: sqlite3_result_double(context, sqlite3_value_double(v[0])); break;
    case SQLITE_TEXT:
      if (read_number(v[0], &text, &whole)) {
        double d = strtod(text, NULL);
        if (isfinite(d)) sqlite3_result_double(context, d);
      }
      break;
    default: break;
  }
}

int register_scalars(sqlite3 *db) {
  static const struct {
    const char *name;
    int arguments;
    const char *operator;
    void (*function)(sqlite3_context *, int, sqlite3_value **);
  } all[] = {
      {"seos_add", 3, "+", arithmetic},      {"seos_subtract", 3, "-", arithmetic},
      {"seos_multiply", 3, "*", arithmetic}, {"seos_divide", 3, "/", arithmetic},
      {"seos_modulo", 3, "%", arithmetic},   {"seos_power", 3, "^", arithmetic},
      {"seos_abs", 2, "", absolute},         {"seos_starts", 2, "^", match},
      {"seos_ends", 2, "$", match},          {"seos_contains", 2, "*", match},
      {"seos_to_string", 1, "", to_string},  {"seos_to_integer", 1, "", to_integer},
      {"seos_to_float", 1, "", to_float},
  };
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    int code = sqlite3_create_function_v2(db, all[i].name, all[i].arguments, flags, (void *)all[i].operator,
                                          all[i].function, NULL, NULL, NULL);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}
