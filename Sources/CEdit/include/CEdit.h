/// Lines typed at a terminal, with history and completion, by libedit.
///
/// No header of libedit is included here. One editor at a time; all calls from one thread.
#pragma once

#include <stdbool.h>
#include <stddef.h>

typedef struct cedit_editor cedit_editor;

/// Asked when the tab key is pressed: answers what the word before the cursor may become, each once, by
/// `cedit_answer`. `cursor` counts bytes. `replaced` is how many bytes before the cursor the answers stand for.
typedef void (*cedit_complete)(const char *line, size_t cursor, size_t *replaced, void *answers, void *context);
void cedit_answer(void *answers, const char *text);

/// NULL when the terminal cannot be used. `history_file` may be NULL; it is read now and written by `cedit_close`.
cedit_editor *cedit_open(const char *history_file, cedit_complete complete, void *context);
void cedit_close(cedit_editor *editor);

/// The next line without its end, or NULL at the end of input. Valid until the next call. `*cancelled` tells that
/// Ctrl-C was pressed, and what was typed is to be dropped.
const char *cedit_read(cedit_editor *editor, const char *prompt, bool *cancelled);
void cedit_remember(cedit_editor *editor, const char *entry);
