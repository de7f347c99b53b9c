// Values SQLite has no type for: booleans among other values, lists, nodes and relationships.
#include <stdlib.h>
#include <string.h>

#include "internal.h"

void buffer_append(buffer *b, const void *bytes, size_t count) {
  if (b->failed) return;
  if (b->count + count > b->capacity) {
    size_t capacity = b->capacity < 64 ? 64 : b->capacity;
    while (capacity < b->count + count) capacity *= 2;
    uint8_t *grown = sqlite3_realloc64(b->bytes, capacity);
    if (grown == NULL) {
      b->failed = true;
      return;
    }
    b->bytes = grown;
    b->capacity = capacity;
  }
  if (count > 0) memcpy(b->bytes + b->count, bytes, count);
  b->count += count;
}

void buffer_byte(buffer *b, uint8_t byte) { buffer_append(b, &byte, 1); }

void buffer_word(buffer *b, uint32_t word) {
  uint8_t bytes[4] = {(uint8_t)word, (uint8_t)(word >> 8), (uint8_t)(word >> 16), (uint8_t)(word >> 24)};
  buffer_append(b, bytes, 4);
}

void buffer_long(buffer *b, int64_t value) {
  uint64_t u = (uint64_t)value;
  buffer_word(b, (uint32_t)u);
  buffer_word(b, (uint32_t)(u >> 32));
}

void buffer_value(buffer *b, sqlite3_value *value) {
  switch (sqlite3_value_type(value)) {
    case SQLITE_INTEGER:
      buffer_byte(b, TAG_INTEGER);
      buffer_long(b, sqlite3_value_int64(value));
      break;
    case SQLITE_FLOAT: {
      double d = sqlite3_value_double(value);
      int64_t bits;
      memcpy(&bits, &d, 8);
      buffer_byte(b, TAG_DOUBLE);
      buffer_long(b, bits);
      break;
    }
    case SQLITE_TEXT: {
      const void *bytes = sqlite3_value_text(value);
      size_t count = (size_t)sqlite3_value_bytes(value);
      buffer_byte(b, TAG_TEXT);
      buffer_word(b, (uint32_t)count);
      buffer_append(b, bytes, count);
      break;
    }
    case SQLITE_BLOB: {
      const void *bytes = sqlite3_value_blob(value);
      buffer_append(b, bytes, (size_t)sqlite3_value_bytes(value));
      break;
    }
    default:
      buffer_byte(b, TAG_NULL);
  }
}

void buffer_result(buffer *b, sqlite3_context *context) {
  if (b->failed) {
    sqlite3_free(b->bytes);
    sqlite3_result_error_nomem(context);
  } else {
    sqlite3_result_blob64(context, b->bytes, b->count, sqlite3_free);
  }
  *b = (buffer){0};
}

// Reading -----------------------------------------------------------------------------------------------------------

typedef struct item {
  uint8_t tag;
  int64_t integer;
  double number;
  const uint8_t *bytes;  // text, or the items of a list, or what identifies a node or relationship
  size_t count;          // bytes of text or identity
  uint32_t items;
} item;

typedef struct cursor {
  const uint8_t *at, *end;
} cursor;

static uint32_t read_word(cursor *c) {
  if (c->end - c->at < 4) {
    c->at = c->end;
    return 0;
  }
  uint32_t w = (uint32_t)c->at[0] | (uint32_t)c->at[1] << 8 | (uint32_t)c->at[2] << 16 | (uint32_t)c->at[3] << 24;
  c->at += 4;
  return w;
}

static int64_t read_long(cursor *c) {
  uint64_t low = read_word(c);
  return (int64_t)(low | (uint64_t)read_word(c) << 32);
}

// Reads one item and moves past it; a list's items are walked over. Depth is bounded by the query's own nesting.
static bool read_item(cursor *c, item *out, int depth) {
  *out = (item){0};
  if (c->at >= c->end || depth > 250) return false;
  out->tag = *c->at++;
  switch (out->tag) {
    case TAG_NULL: return true;
    case TAG_BOOL:
      if (c->at >= c->end) return false;
      out->integer = *c->at++;
      return true;
    case TAG_INTEGER:
      out->integer = read_long(c);
      return true;
    case TAG_DOUBLE: {
      int64_t bits = read_long(c);
      memcpy(&out->number, &bits, 8);
      return true;
    }
    case TAG_TEXT:
      out->count = read_word(c);
      if ((size_t)(c->end - c->at) < out->count) return false;
      out->bytes = c->at;
      c->at += out->count;
      return true;
    case TAG_NODE:
    case TAG_RELATION:
      out->count = out->tag == TAG_NODE ? 9 : 25;
      if ((size_t)(c->end - c->at) < out->count) return false;
      out->bytes = c->at;
      c->at += out->count;
      return true;
    case TAG_LIST: {
      out->items = read_word(c);
      out->bytes = c->at;
      item inner;
      for (uint32_t i = 0; i < out->items; i++)
        if (!read_item(c, &inner, depth + 1)) return false;
      out->count = (size_t)(c->at - out->bytes);
      return true;
    }
    default: return false;
  }
}

static bool item_of(sqlite3_value *value, item *out) {
  *out = (item){0};
  switch (sqlite3_value_type(value)) {
    case SQLITE_NULL: out->tag = TAG_NULL; return true;
    case SQLITE_INTEGER:
      out->tag = TAG_INTEGER;
      out->integer = sqlite3_value_int64(value);
      return true;
    case SQLITE_FLOAT:
      out->tag = TAG_DOUBLE;
      out->number = sqlite3_value_double(value);
      return true;
    case SQLITE_TEXT:
      out->tag = TAG_TEXT;
      out->bytes = sqlite3_value_text(value);
      out->count = (size_t)sqlite3_value_bytes(value);
      return true;
    default: {
      const uint8_t *bytes = sqlite3_value_blob(value);
      cursor c = {bytes, bytes + sqlite3_value_bytes(value)};
      return read_item(&c, out, 0);
    }
  }
}

// -1, 0, 1; an integer and a double are compared exactly.
static int compare_numbers(const item *a, const item *b) {
  if (a->tag == TAG_INTEGER && b->tag == TAG_INTEGER) return (a->integer > b->integer) - (a->integer < b->integer);
  if (a->tag == TAG_DOUBLE && b->tag == TAG_DOUBLE) return (a->number > b->number) - (a->number < b->number);
  if (a->tag == TAG_DOUBLE) return -compare_numbers(b, a);
  double d = b->number;
  if (d >= 9223372036854775808.0) return -1;
  if (d < -9223372036854775808.0) return 1;
  int64_t whole = (int64_t)d;
  if (a->integer != whole) return a->integer < whole ? -1 : 1;
  double rest = d - (double)whole;
  return rest > 0 ? -1 : rest < 0 ? 1 : 0;
}

static bool is_number(const item *a) { return a->tag == TAG_INTEGER || a->tag == TAG_DOUBLE; }

static int compare_bytes(const item *a, const item *b) {
  size_t shorter = a->count < b->count ? a->count : b->count;
  int order = shorter == 0 ? 0 : memcmp(a->bytes, b->bytes, shorter);
  if (order != 0) return order < 0 ? -1 : 1;
  return (a->count > b->count) - (a->count < b->count);
}

static int equal_items(const item *a, const item *b, int depth) {
  if (a->tag == TAG_NULL || b->tag == TAG_NULL) return -1;
  if (is_number(a) && is_number(b)) return compare_numbers(a, b) == 0;
  if (a->tag != b->tag) return 0;
  switch (a->tag) {
    case TAG_BOOL: return a->integer == b->integer;
    case TAG_LIST: {
      if (a->items != b->items) return 0;
      cursor ca = {a->bytes, a->bytes + a->count}, cb = {b->bytes, b->bytes + b->count};
      int result = 1;
      for (uint32_t i = 0; i < a->items; i++) {
        item x, y;
        if (!read_item(&ca, &x, depth + 1) || !read_item(&cb, &y, depth + 1)) return -1;
        int same = equal_items(&x, &y, depth + 1);
        if (same == 0) return 0;
        if (same < 0) result = -1;
      }
      return result;
    }
    default: return compare_bytes(a, b) == 0;
  }
}

int value_equal(sqlite3_value *a, sqlite3_value *b) {
  item x, y;
  if (!item_of(a, &x) || !item_of(b, &y)) return -1;
  return equal_items(&x, &y, 0);
}

// SQL functions -----------------------------------------------------------------------------------------------------

static void equal_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  int same = value_equal(v[0], v[1]);
  if (same >= 0) sqlite3_result_int(context, same);
}

// seos_compare(a, b): -1, 0 or 1; null when the two have no order (different kinds, lists, nodes).
static void compare_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item a, b;
  if (!item_of(v[0], &a) || !item_of(v[1], &b)) return;
  if (is_number(&a) && is_number(&b)) {
    sqlite3_result_int(context, compare_numbers(&a, &b));
  } else if (a.tag == b.tag && a.tag == TAG_TEXT) {
    sqlite3_result_int(context, compare_bytes(&a, &b));
  } else if (a.tag == b.tag && a.tag == TAG_BOOL) {
    sqlite3_result_int(context, (int)(a.integer - b.integer));
  } else if (a.tag == b.tag && a.tag == TAG_LIST) {
    query_error(context, sqlite3_value_int64(v[2]), "lists cannot be compared by size yet");
  }
}

// seos_rank(x, offset): where the kind of x stands when values of different kinds are sorted.
static void rank_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item a;
  if (!item_of(v[0], &a)) return;
  switch (a.tag) {
    case TAG_NODE: sqlite3_result_int(context, 1); return;
    case TAG_RELATION: sqlite3_result_int(context, 2); return;
    case TAG_TEXT: sqlite3_result_int(context, 4); return;
    case TAG_BOOL: sqlite3_result_int(context, 5); return;
    case TAG_INTEGER:
    case TAG_DOUBLE: sqlite3_result_int(context, 6); return;
    case TAG_NULL: return;
    default: query_error(context, sqlite3_value_int64(v[1]), "lists cannot be sorted yet");
  }
}

static void list_function(sqlite3_context *context, int count, sqlite3_value **v) {
  buffer b = {0};
  buffer_byte(&b, TAG_LIST);
  buffer_word(&b, (uint32_t)count);
  for (int i = 0; i < count; i++) buffer_value(&b, v[i]);
  buffer_result(&b, context);
}

static void bool_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  if (sqlite3_value_type(v[0]) == SQLITE_NULL) return;
  uint8_t bytes[2] = {TAG_BOOL, sqlite3_value_int(v[0]) != 0};
  sqlite3_result_blob(context, bytes, 2, SQLITE_TRANSIENT);
}

// seos_truth(x, offset): 0 or 1 of a boolean among other values.
static void truth_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item a;
  if (!item_of(v[0], &a) || a.tag == TAG_NULL) return;
  if (a.tag == TAG_BOOL) {
    sqlite3_result_int(context, (int)a.integer);
  } else {
    query_error(context, sqlite3_value_int64(v[1]), "this is neither true nor false");
  }
}

// seos_node(label, id), seos_relation(type, source, target, id)
static void node_function(sqlite3_context *context, int count, sqlite3_value **v) {
  if (sqlite3_value_type(v[count - 1]) == SQLITE_NULL) return;
  buffer b = {0};
  buffer_byte(&b, count == 2 ? TAG_NODE : TAG_RELATION);
  buffer_byte(&b, (uint8_t)sqlite3_value_int(v[0]));
  for (int i = 1; i < count; i++) buffer_long(&b, sqlite3_value_int64(v[i]));
  buffer_result(&b, context);
}

// seos_in(x, list): openCypher's IN.
static void in_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item x, list;
  if (!item_of(v[0], &x) || !item_of(v[1], &list) || list.tag != TAG_LIST) return;
  cursor c = {list.bytes, list.bytes + list.count};
  int result = 0;
  for (uint32_t i = 0; i < list.items; i++) {
    item y;
    if (!read_item(&c, &y, 1)) return;
    int same = equal_items(&x, &y, 1);
    if (same == 1) {
      sqlite3_result_int(context, 1);
      return;
    }
    if (same < 0) result = -1;
  }
  if (result == 0) sqlite3_result_int(context, 0);
}

static void result_of_item(sqlite3_context *context, const item *x, const uint8_t *start, size_t count) {
  switch (x->tag) {
    case TAG_NULL: return;
    case TAG_INTEGER: sqlite3_result_int64(context, x->integer); return;
    case TAG_DOUBLE: sqlite3_result_double(context, x->number); return;
    case TAG_TEXT:
      sqlite3_result_text64(context, (const char *)x->bytes, x->count, SQLITE_TRANSIENT, SQLITE_UTF8);
      return;
    default: sqlite3_result_blob64(context, start, count, SQLITE_TRANSIENT);
  }
}

// seos_index(list, i): from the end when negative, null outside.
static void index_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item list;
  if (!item_of(v[0], &list) || list.tag != TAG_LIST || sqlite3_value_type(v[1]) != SQLITE_INTEGER) return;
  int64_t wanted = sqlite3_value_int64(v[1]);
  if (wanted < 0) wanted += list.items;
  if (wanted < 0 || wanted >= list.items) return;
  cursor c = {list.bytes, list.bytes + list.count};
  item x = {0};
  const uint8_t *start = c.at;
  for (int64_t i = 0; i <= wanted; i++) {
    start = c.at;
    if (!read_item(&c, &x, 1)) return;
  }
  result_of_item(context, &x, start, (size_t)(c.at - start));
}

// seos_size(x): items of a list, code points of a text.
static void size_function(sqlite3_context *context, int count, sqlite3_value **v) {
  (void)count;
  item x;
  if (!item_of(v[0], &x)) return;
  if (x.tag == TAG_LIST) sqlite3_result_int64(context, x.items);
  if (x.tag == TAG_TEXT) {
    int64_t points = 0;
    for (size_t i = 0; i < x.count; i++) points += (x.bytes[i] & 0xC0) != 0x80;
    sqlite3_result_int64(context, points);
  }
}

int register_values(sqlite3 *db) {
  static const struct {
    const char *name;
    int arguments;
    void (*function)(sqlite3_context *, int, sqlite3_value **);
  } all[] = {
      {"seos_equal", 2, equal_function}, {"seos_compare", 3, compare_function}, {"seos_rank", 2, rank_function},
      {"seos_list", -1, list_function},  {"seos_bool", 1, bool_function},       {"seos_truth", 2, truth_function},
      {"seos_node", 2, node_function},   {"seos_relation", 4, node_function},   {"seos_in", 2, in_function},
      {"seos_index", 2, index_function}, {"seos_size", 1, size_function},
  };
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
    int code =
        sqlite3_create_function_v2(db, all[i].name, all[i].arguments, flags, NULL, all[i].function, NULL, NULL, NULL);
    if (code != SQLITE_OK) return code;
  }
  return SQLITE_OK;
}
