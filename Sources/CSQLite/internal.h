// What the files of this target share; the only place where SQLite's own header is seen.
#pragma once

#include <sqlite3.h>

#include "CSQLite.h"

// How values travel that SQLite has no type for: a blob whose first byte is one of these. Scalars inside a list are
// tagged too. Integers are 8 bytes, lengths and counts 4 bytes, all little-endian.
enum {
  TAG_NULL = 'n',
  TAG_BOOL = 'b',
  TAG_INTEGER = 'i',
  TAG_DOUBLE = 'd',
  TAG_TEXT = 's',
  TAG_LIST = 'l',
  TAG_NODE = 'N',      // label code (1 byte), id
  TAG_RELATION = 'R',  // type code (1 byte), source, target, id
};

typedef struct buffer {
  uint8_t *bytes;
  size_t count, capacity;
  bool failed;
} buffer;

void buffer_append(buffer *b, const void *bytes, size_t count);
void buffer_byte(buffer *b, uint8_t byte);
void buffer_word(buffer *b, uint32_t word);
void buffer_long(buffer *b, int64_t value);
void buffer_value(buffer *b, sqlite3_value *value);  // one list item
void buffer_result(buffer *b, sqlite3_context *context);

// Compares as openCypher does. -1 unknown (null), otherwise 0 or 1.
int value_equal(sqlite3_value *a, sqlite3_value *b);

int register_values(sqlite3 *db);
int register_scalars(sqlite3 *db);
int register_aggregates(sqlite3 *db);

// An error of the query's own making: "seos:OFFSET:sentence", OFFSET being the byte offset in the query text.
void query_error(sqlite3_context *context, int64_t offset, const char *sentence);
