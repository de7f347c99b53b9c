#include "CEdit.h"

#include <histedit.h>
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct cedit_editor {
  EditLine *line;
  History *history;
  char *history_file;
  const char *prompt;
  char *text;
  cedit_complete complete;
  void *context;
  bool cancelled;
};

struct answers {
  char **items;
  size_t count, capacity;
};

enum { MOST_ANSWERS = 200, HISTORY_SIZE = 1000 };

void cedit_answer(void *pointer, const char *text) {
  struct answers *answers = pointer;
  if (answers->count >= MOST_ANSWERS) return;
  if (answers->count == answers->capacity) {
    size_t capacity = answers->capacity ? answers->capacity * 2 : 16;
    char **items = realloc(answers->items, capacity * sizeof *items);
    if (!items) return;
    answers->items = items;
    answers->capacity = capacity;
  }
  char *copy = strdup(text);
  if (copy) answers->items[answers->count++] = copy;
}

static char *prompt(EditLine *line) {
  struct cedit_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  return (char *)editor->prompt;
}

/// Ctrl-C is a key here: the line is dropped, no signal is sent.
static unsigned char cancel(EditLine *line, int key) {
  (void)key;
  struct cedit_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  editor->cancelled = true;
  fputs("^C\n", stdout);
  return CC_NEWLINE;
}

/// How many bytes all answers begin with; no character is cut.
static size_t common(const struct answers *answers) {
  size_t length = strlen(answers->items[0]);
  for (size_t i = 1; i < answers->count; i++) {
    size_t n = 0;
    while (n < length && answers->items[i][n] == answers->items[0][n]) n++;
    length = n;
  }
  while (length > 0 && (answers->items[0][length] & 0xC0) == 0x80) length--;
  return length;
}

static void show(const struct answers *answers) {
  size_t width = 0;
  for (size_t i = 0; i < answers->count; i++) {
    size_t n = strlen(answers->items[i]);
    if (n > width) width = n;
  }
  size_t columns = 80 / (width + 2);
  if (columns == 0) columns = 1;
  fputc('\n', stdout);
  for (size_t i = 0; i < answers->count; i++) {
    bool is_last = (i + 1) % columns == 0 || i + 1 == answers->count;
    fprintf(stdout, "%-*s%s", is_last ? 0 : (int)(width + 2), answers->items[i], is_last ? "\n" : "");
  }
  fflush(stdout);
}

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  struct cedit_editor *editor = NULL;
  el_get(line, EL_CLIENTDATA, &editor);
  const LineInfo *info = el_line(line);
  size_t length = (size_t)(info->lastchar - info->buffer);
  size_t cursor = (size_t)(info->cursor - info->buffer);
  char *copy = malloc(length + 1);
  if (!copy) return CC_ERROR;
  memcpy(copy, info->buffer, length);
  copy[length] = 0;
  struct answers answers = {0};
  size_t replaced = 0;
  editor->complete(copy, cursor, &replaced, &answers, editor->context);
  free(copy);
  unsigned char result = CC_ERROR;
  if (answers.count > 0 && replaced <= cursor) {
    size_t shared = common(&answers);
    if (shared > replaced || answers.count == 1) {
      char *text = strndup(answers.items[0], shared);
      if (text) {
        // Characters, not bytes, are deleted; the words completed here are ASCII wherever they are typed.
        el_deletestr(line, (int)replaced);
        el_insertstr(line, text);
        free(text);
      }
      result = CC_REFRESH;
    } else {
      show(&answers);
      result = CC_REDISPLAY;
    }
  }
  for (size_t i = 0; i < answers.count; i++) free(answers.items[i]);
  free(answers.items);
  return result;
}

cedit_editor *cedit_open(const char *history_file, cedit_complete completion, void *context) {
  setlocale(LC_CTYPE, "");
  struct cedit_editor *editor = calloc(1, sizeof *editor);
  if (!editor) return NULL;
  editor->complete = completion;
  editor->context = context;
  editor->prompt = "";
  editor->line = el_init("seos", stdin, stdout, stderr);
  editor->history = history_init();
  if (!editor->line || !editor->history) {
    cedit_close(editor);
    return NULL;
  }
  HistEvent event;
  history(editor->history, &event, H_SETSIZE, HISTORY_SIZE);
  history(editor->history, &event, H_SETUNIQUE, 1);
  if (history_file) {
    editor->history_file = strdup(history_file);
    history(editor->history, &event, H_LOAD, history_file);
  }
  el_set(editor->line, EL_CLIENTDATA, editor);
  el_set(editor->line, EL_PROMPT, prompt);
  el_set(editor->line, EL_EDITOR, "emacs");
  el_set(editor->line, EL_HIST, history, editor->history);
  el_source(editor->line, NULL);
  el_set(editor->line, EL_ADDFN, "seos-complete", "Complete a word", complete);
  el_set(editor->line, EL_ADDFN, "seos-cancel", "Drop the line", cancel);
  el_set(editor->line, EL_BIND, "^I", "seos-complete", NULL);
  el_set(editor->line, EL_SETTY, "-d", "-isig", NULL);
  el_set(editor->line, EL_BIND, "^C", "seos-cancel", NULL);
  return editor;
}

void cedit_close(cedit_editor *editor) {
  if (!editor) return;
  HistEvent event;
  if (editor->history && editor->history_file) history(editor->history, &event, H_SAVE, editor->history_file);
  if (editor->history) history_end(editor->history);
  if (editor->line) el_end(editor->line);
  free(editor->history_file);
  free(editor->text);
  free(editor);
}

const char *cedit_read(cedit_editor *editor, const char *prompt, bool *cancelled) {
  editor->prompt = prompt;
  editor->cancelled = false;
  int count = 0;
  const char *read = el_gets(editor->line, &count);
  *cancelled = editor->cancelled;
  if (!read || count <= 0) {
    if (editor->cancelled) return "";
    return NULL;
  }
  free(editor->text);
  size_t length = (size_t)count;
  while (length > 0 && (read[length - 1] == '\n' || read[length - 1] == '\r')) length--;
  editor->text = strndup(read, length);
  return editor->text;
}

void cedit_remember(cedit_editor *editor, const char *entry) {
  HistEvent event;
  history(editor->history, &event, H_ENTER, entry);
}
