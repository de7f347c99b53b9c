// Connections, statements and the guards around them.
#define _POSIX_C_SOURCE 200809L

#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "internal.h"

struct csqlite_flag {
  atomic_bool raised;
};

struct csqlite_database {
  sqlite3 *db;
  csqlite_flag *cancel;
  int64_t deadline;  // monotonic milliseconds, 0 for none
  csqlite_status stopped;
  csqlite_text_function lower, upper;
  char message[512];
};

struct csqlite_statement {
  sqlite3_stmt *statement;
  csqlite_database *database;
};

csqlite_flag *csqlite_flag_create(void) {
  csqlite_flag *flag = calloc(1, sizeof *flag);
  if (flag != NULL) atomic_init(&flag->raised, false);
  return flag;
}

void csqlite_flag_destroy(csqlite_flag *flag) { free(flag); }
void csqlite_flag_set(csqlite_flag *flag, bool raised) { atomic_store(&flag->raised, raised); }
bool csqlite_flag_get(const csqlite_flag *flag) { return atomic_load(&((csqlite_flag *)flag)->raised); }

static int64_t now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (int64_t)t.tv_sec * 1000 + t.tv_nsec / 1000000;
}

static int progress(void *pointer) {
  csqlite_database *d = pointer;
  if (d->cancel != NULL && csqlite_flag_get(d->cancel)) {
    d->stopped = CSQLITE_CANCELLED;
    return 1;
  }
  if (d->deadline != 0 && now() >= d->deadline) {
    d->stopped = CSQLITE_TIMEOUT;
    return 1;
  }
  return 0;
}

// Functions a compiled query may call; our own all begin with seos_. Sorted.
static const char *const allowed_functions[] = {
    "abs",   "avg",  "bm25", "coalesce", "count", "ifnull", "instr", "json_each", "json_extract", "length",
    "match", "max",  "min",  "nullif",   "rank",  "substr", "sum",   "typeof",
};

static int compare_names(const void *key, const void *element) {
  return sqlite3_stricmp(key, *(const char *const *)element);
}

static int authorize(void *pointer, int action, const char *a, const char *b, const char *c, const char *d) {
  (void)pointer, (void)c, (void)d;
  switch (action) {
    case SQLITE_SELECT:
    case SQLITE_RECURSIVE:
      return SQLITE_OK;
    case SQLITE_READ:  // of SQLite's own tables only the statistics, for plans
      if (a != NULL && sqlite3_stricmp(a, "sqlite_stat1") == 0) return SQLITE_OK;
      return a != NULL && sqlite3_strnicmp(a, "sqlite_", 7) == 0 ? SQLITE_DENY : SQLITE_OK;
    case SQLITE_FUNCTION:
      if (b == NULL) return SQLITE_DENY;
      if (strncmp(b, "seos_", 5) == 0) return SQLITE_OK;
      return bsearch(b, allowed_functions, sizeof allowed_functions / sizeof *allowed_functions,
                     sizeof *allowed_functions, compare_names) != NULL
                 ? SQLITE_OK
                 : SQLITE_DENY;
    case SQLITE_PRAGMA:  // FTS5 asks for this itself, and so does csqlite_data_version
      return a != NULL && b == NULL && sqlite3_stricmp(a, "data_version") == 0 ? SQLITE_OK : SQLITE_DENY;
    default:
      return SQLITE_DENY;
  }
}

static void set_limits(sqlite3 *db) {
  sqlite3_limit(db, SQLITE_LIMIT_LENGTH, 256 << 20);
  sqlite3_limit(db, SQLITE_LIMIT_SQL_LENGTH, 4 << 20);
  sqlite3_limit(db, SQLITE_LIMIT_COLUMN, 1000);
  sqlite3_limit(db, SQLITE_LIMIT_EXPR_DEPTH, 1000);
  sqlite3_limit(db, SQLITE_LIMIT_COMPOUND_SELECT, 500);
  sqlite3_limit(db, SQLITE_LIMIT_VDBE_OP, 1 << 20);
  sqlite3_limit(db, SQLITE_LIMIT_FUNCTION_ARG, 100);
  sqlite3_limit(db, SQLITE_LIMIT_ATTACHED, 0);
  sqlite3_limit(db, SQLITE_LIMIT_LIKE_PATTERN_LENGTH, 100);
  sqlite3_limit(db, SQLITE_LIMIT_VARIABLE_NUMBER, 32766);
  sqlite3_limit(db, SQLITE_LIMIT_TRIGGER_DEPTH, 1);
  sqlite3_limit(db, SQLITE_LIMIT_WORKER_THREADS, 0);
}

// A virtual table declares its columns with a CREATE TABLE when it is first used, which the authorizer would refuse;
// so each is used once before there is one.
static int connect_virtual_tables(sqlite3 *db) {
  sqlite3_stmt *names = NULL;
  int code = sqlite3_prepare_v2(db,
                                "SELECT printf('SELECT 1 FROM \"%w\" LIMIT 0', name) FROM sqlite_schema"
                                " WHERE type = 'table' AND sql LIKE 'CREATE VIRTUAL TABLE%'"
                                " UNION ALL SELECT 'SELECT 1 FROM json_each(''[]'')'",
                                -1, &names, NULL);
  while (code == SQLITE_OK && sqlite3_step(names) == SQLITE_ROW) {
    sqlite3_stmt *statement = NULL;
    // A virtual table whose module is missing is an error of the query that names it, not of opening the file.
    sqlite3_prepare_v2(db, (const char *)sqlite3_column_text(names, 0), -1, &statement, NULL);
    sqlite3_finalize(statement);
  }
  sqlite3_finalize(names);
  return code;
}

static csqlite_status status_of(csqlite_database *d, int code) {
  switch (code & 0xff) {
    case SQLITE_OK: return CSQLITE_OK;
    case SQLITE_ROW: return CSQLITE_ROW;
    case SQLITE_DONE: return CSQLITE_DONE;
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return CSQLITE_BUSY;
    case SQLITE_INTERRUPT: return d->stopped == CSQLITE_OK ? CSQLITE_CANCELLED : d->stopped;
    default: return CSQLITE_ERROR;
  }
}

csqlite_status csqlite_open(const char *path, csqlite_flag *cancel, csqlite_database **out, char *message,
                            size_t capacity) {
  *out = NULL;
  csqlite_database *d = calloc(1, sizeof *d);
  if (d == NULL) {
    snprintf(message, capacity, "out of memory");
    return CSQLITE_ERROR;
  }
  d->cancel = cancel;
  int code = sqlite3_open_v2(path, &d->db, SQLITE_OPEN_READONLY | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE, NULL);
  sqlite3 *db = d->db;
  if (code == SQLITE_OK) {
    sqlite3_busy_timeout(db, 2000);
    sqlite3_enable_load_extension(db, 0);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_TRIGGER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_ENABLE_FTS3_TOKENIZER, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_WRITABLE_SCHEMA, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
    sqlite3_db_config(db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
    set_limits(db);
    code = sqlite3_exec(db, "PRAGMA query_only = 1; PRAGMA cell_size_check = 1; PRAGMA cache_size = -65536;"
                        " PRAGMA temp_store = 2; SELECT count(*) FROM sqlite_schema",
                        NULL, NULL, NULL);
    if (code == SQLITE_OK) code = connect_virtual_tables(db);
  }
  if (code == SQLITE_OK) code = register_values(db);
  if (code == SQLITE_OK) code = register_scalars(db);
  if (code == SQLITE_OK) code = register_aggregates(db);
  if (code == SQLITE_OK) code = sqlite3_set_authorizer(db, authorize, d);
  if (code != SQLITE_OK) {
    snprintf(message, capacity, "%s", db != NULL ? sqlite3_errmsg(db) : "out of memory");
    csqlite_status status = status_of(d, code);
    csqlite_close(d);
    return status;
  }
  sqlite3_progress_handler(db, 1000, progress, d);
  *out = d;
  return CSQLITE_OK;
}

void csqlite_close(csqlite_database *d) {
  if (d == NULL) return;
  sqlite3_close_v2(d->db);
  free(d);
}

void csqlite_set_timeout(csqlite_database *d, int64_t milliseconds) {
  d->stopped = CSQLITE_OK;
  d->deadline = milliseconds > 0 ? now() + milliseconds : 0;
}

const char *csqlite_message(csqlite_database *d) {
  if (d->message[0] != 0) return d->message;
  return sqlite3_errmsg(d->db);
}

int64_t csqlite_data_version(csqlite_database *d) {
  sqlite3_stmt *statement = NULL;
  int64_t version = -1;
  if (sqlite3_prepare_v2(d->db, "PRAGMA data_version", -1, &statement, NULL) == SQLITE_OK &&
      sqlite3_step(statement) == SQLITE_ROW) {
    version = sqlite3_column_int64(statement, 0);
  }
  sqlite3_finalize(statement);
  return version;
}

// Case mapping ------------------------------------------------------------------------------------------------------

void csqlite_text_result(void *result, const uint8_t *bytes, size_t count) {
  sqlite3_result_text64(result, (const char *)bytes, count, SQLITE_TRANSIENT, SQLITE_UTF8);
}

static void map_case(sqlite3_context *context, sqlite3_value *value, bool lower) {
  if (sqlite3_value_type(value) != SQLITE_TEXT) return;
  const uint8_t *bytes = sqlite3_value_text(value);
  size_t count = (size_t)sqlite3_value_bytes(value);
  bool ascii = true;
  for (size_t i = 0; i < count && ascii; i++) ascii = bytes[i] < 0x80;
  csqlite_database *d = sqlite3_user_data(context);
  if (!ascii) {
    (lower ? d->lower : d->upper)(bytes, count, context);
    return;
  }
  char *copy = sqlite3_malloc64(count + 1);
  if (copy == NULL) {
    sqlite3_result_error_nomem(context);
    return;
  }
  for (size_t i = 0; i < count; i++) {
    uint8_t b = bytes[i];
    if (lower && b >= 'A' && b <= 'Z') b += 32;
    if (!lower && b >= 'a' && b <= 'z') b -= 32;
    copy[i] = (char)b;
  }
  sqlite3_result_text64(context, copy, count, sqlite3_free, SQLITE_UTF8);
}

static void lower_function(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  map_case(context, values[0], true);
}

static void upper_function(sqlite3_context *context, int count, sqlite3_value **values) {
  (void)count;
  map_case(context, values[0], false);
}

csqlite_status csqlite_set_case_functions(csqlite_database *d, csqlite_text_function lower,
                                          csqlite_text_function upper) {
  d->lower = lower;
  d->upper = upper;
  int flags = SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY;
  int code = sqlite3_create_function_v2(d->db, "seos_lower", 1, flags, d, lower_function, NULL, NULL, NULL);
  if (code == SQLITE_OK)
    code = sqlite3_create_function_v2(d->db, "seos_upper", 1, flags, d, upper_function, NULL, NULL, NULL);
  return status_of(d, code);
}

// Statements --------------------------------------------------------------------------------------------------------

csqlite_status csqlite_prepare(csqlite_database *d, const char *sql, size_t count, csqlite_statement **out) {
  *out = NULL;
  d->message[0] = 0;
  if (count > (size_t)sqlite3_limit(d->db, SQLITE_LIMIT_SQL_LENGTH, -1)) {
    snprintf(d->message, sizeof d->message, "the statement is too long");
    return CSQLITE_ERROR;
  }
  sqlite3_stmt *statement = NULL;
  const char *rest = NULL;
  int code = sqlite3_prepare_v2(d->db, sql, (int)count, &statement, &rest);
  if (code != SQLITE_OK) return status_of(d, code);
  if (statement == NULL || rest != sql + count || sqlite3_stmt_readonly(statement) == 0) {
    sqlite3_finalize(statement);
    snprintf(d->message, sizeof d->message, "not one reading statement");
    return CSQLITE_ERROR;
  }
  csqlite_statement *s = calloc(1, sizeof *s);
  if (s == NULL) {
    sqlite3_finalize(statement);
    snprintf(d->message, sizeof d->message, "out of memory");
    return CSQLITE_ERROR;
  }
  s->statement = statement;
  s->database = d;
  *out = s;
  return CSQLITE_OK;
}

void csqlite_finalize(csqlite_statement *s) {
  if (s == NULL) return;
  sqlite3_finalize(s->statement);
  free(s);
}

csqlite_status csqlite_reset(csqlite_statement *s) {
  sqlite3_reset(s->statement);
  return CSQLITE_OK;
}

int csqlite_parameter_count(csqlite_statement *s) { return sqlite3_bind_parameter_count(s->statement); }

csqlite_status csqlite_bind_null(csqlite_statement *s, int index) {
  return status_of(s->database, sqlite3_bind_null(s->statement, index));
}

csqlite_status csqlite_bind_integer(csqlite_statement *s, int index, int64_t value) {
  return status_of(s->database, sqlite3_bind_int64(s->statement, index, value));
}

csqlite_status csqlite_bind_double(csqlite_statement *s, int index, double value) {
  return status_of(s->database, sqlite3_bind_double(s->statement, index, value));
}

csqlite_status csqlite_bind_text(csqlite_statement *s, int index, const uint8_t *bytes, size_t count) {
  const char *text = count == 0 ? "" : (const char *)bytes;
  return status_of(s->database,
                   sqlite3_bind_text64(s->statement, index, text, count, SQLITE_TRANSIENT, SQLITE_UTF8));
}

csqlite_status csqlite_bind_blob(csqlite_statement *s, int index, const uint8_t *bytes, size_t count) {
  const void *blob = count == 0 ? (const void *)"" : bytes;
  return status_of(s->database, sqlite3_bind_blob64(s->statement, index, blob, count, SQLITE_TRANSIENT));
}

csqlite_status csqlite_step(csqlite_statement *s) {
  s->database->message[0] = 0;
  return status_of(s->database, sqlite3_step(s->statement));
}

int csqlite_column_count(csqlite_statement *s) { return sqlite3_column_count(s->statement); }

csqlite_type csqlite_column_type(csqlite_statement *s, int column) {
  switch (sqlite3_column_type(s->statement, column)) {
    case SQLITE_INTEGER: return CSQLITE_INTEGER;
    case SQLITE_FLOAT: return CSQLITE_DOUBLE;
    case SQLITE_TEXT: return CSQLITE_TEXT;
    case SQLITE_BLOB: return CSQLITE_BLOB;
    default: return CSQLITE_NULL;
  }
}

int64_t csqlite_column_integer(csqlite_statement *s, int column) { return sqlite3_column_int64(s->statement, column); }
double csqlite_column_double(csqlite_statement *s, int column) { return sqlite3_column_double(s->statement, column); }

const uint8_t *csqlite_column_bytes(csqlite_statement *s, int column, size_t *count) {
  const uint8_t *bytes = sqlite3_column_blob(s->statement, column);
  *count = bytes == NULL ? 0 : (size_t)sqlite3_column_bytes(s->statement, column);
  return bytes;
}

csqlite_status csqlite_run_script(const char *path, const char *script, char *message, size_t capacity) {
  sqlite3 *db = NULL;
  int code = sqlite3_open_v2(path, &db, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, NULL);
  if (code == SQLITE_OK) code = sqlite3_exec(db, script, NULL, NULL, NULL);
  if (code != SQLITE_OK) snprintf(message, capacity, "%s", db != NULL ? sqlite3_errmsg(db) : "out of memory");
  sqlite3_close(db);
  return code == SQLITE_OK ? CSQLITE_OK : CSQLITE_ERROR;
}
