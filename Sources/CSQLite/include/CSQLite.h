/// SQLite opened for reading by queries nobody has reviewed, behind functions of our own.
///
/// No header of SQLite is included here. A connection made by `csqlite_open` can only SELECT: it is opened read-only,
/// an authorizer refuses everything else (ATTACH, PRAGMA, writes, functions outside a list), limits are lowered, and a
/// progress handler stops a run at its deadline or when its flag is raised.
///
/// A database is used by one thread at a time; only the flag may be touched by another.
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

typedef struct csqlite_database csqlite_database;
typedef struct csqlite_statement csqlite_statement;
typedef struct csqlite_flag csqlite_flag;

typedef enum csqlite_status {
  CSQLITE_OK = 0,
  CSQLITE_ROW = 1,
  CSQLITE_DONE = 2,
  CSQLITE_ERROR = 3,      /* see csqlite_message */
  CSQLITE_BUSY = 4,       /* another process holds the database */
  CSQLITE_TIMEOUT = 5,    /* the deadline has passed */
  CSQLITE_CANCELLED = 6,  /* the flag was raised */
} csqlite_status;

typedef enum csqlite_type {
  CSQLITE_NULL = 0,
  CSQLITE_INTEGER = 1,
  CSQLITE_DOUBLE = 2,
  CSQLITE_TEXT = 3,
  CSQLITE_BLOB = 4,
} csqlite_type;

/// A flag that any thread may raise; it must outlive the database it was given to.
csqlite_flag *csqlite_flag_create(void);
void csqlite_flag_destroy(csqlite_flag *flag);
void csqlite_flag_set(csqlite_flag *flag, bool raised);
bool csqlite_flag_get(const csqlite_flag *flag);

/// Opens a file read-only. On failure `*out` is NULL and `message` says why.
csqlite_status csqlite_open(const char *path, csqlite_flag *cancel, csqlite_database **out, char *message,
                            size_t capacity);
void csqlite_close(csqlite_database *database);

/// Milliseconds from now after which a run is stopped; 0 or less means no deadline.
void csqlite_set_timeout(csqlite_database *database, int64_t milliseconds);

/// The last error's text; valid until the next call on this database.
const char *csqlite_message(csqlite_database *database);

/// A number that changes when another connection has changed the file; -1 when it cannot be read.
int64_t csqlite_data_version(csqlite_database *database);

/// Case mapping of text that is not ASCII: the callback hands its answer to `csqlite_text_result` once.
typedef void (*csqlite_text_function)(const uint8_t *bytes, size_t count, void *result);
void csqlite_text_result(void *result, const uint8_t *bytes, size_t count);
csqlite_status csqlite_set_case_functions(csqlite_database *database, csqlite_text_function lower,
                                          csqlite_text_function upper);

/// Compiles one statement; text after it is an error.
csqlite_status csqlite_prepare(csqlite_database *database, const char *sql, size_t count, csqlite_statement **out);
void csqlite_finalize(csqlite_statement *statement);
csqlite_status csqlite_reset(csqlite_statement *statement);

/// The largest parameter number in the statement; parameters are numbered from 1.
int csqlite_parameter_count(csqlite_statement *statement);
csqlite_status csqlite_bind_null(csqlite_statement *statement, int index);
csqlite_status csqlite_bind_integer(csqlite_statement *statement, int index, int64_t value);
csqlite_status csqlite_bind_double(csqlite_statement *statement, int index, double value);
csqlite_status csqlite_bind_text(csqlite_statement *statement, int index, const uint8_t *bytes, size_t count);
csqlite_status csqlite_bind_blob(csqlite_statement *statement, int index, const uint8_t *bytes, size_t count);

csqlite_status csqlite_step(csqlite_statement *statement);

/// Columns are numbered from 0. Pointers are valid until the next step, reset or finalize.
int csqlite_column_count(csqlite_statement *statement);
csqlite_type csqlite_column_type(csqlite_statement *statement, int column);
int64_t csqlite_column_integer(csqlite_statement *statement, int column);
double csqlite_column_double(csqlite_statement *statement, int column);
const uint8_t *csqlite_column_bytes(csqlite_statement *statement, int column, size_t *count);

/// Runs a script in a file opened for writing, created when missing; for fixtures, never for a query.
csqlite_status csqlite_run_script(const char *path, const char *script, char *message, size_t capacity);
