/// Tree building for HTML by libxml2, behind functions of our own: no header of libxml2 is included here.
#pragma once

#include <stdint.h>

enum {
  SEOS_HTML_OPEN = 1,
  SEOS_HTML_CLOSE = 2,
  SEOS_HTML_TEXT = 3,
};

/// One step of a walk through the tree, in document order.
typedef struct {
  int32_t kind;
  /// For SEOS_HTML_OPEN the number in the element's attribute `k`, -1 for an element that the parser supplied.
  int32_t element;
  /// For SEOS_HTML_TEXT a range of `seos_html_bytes`.
  int64_t start;
  int64_t end;
} seos_html_event;

typedef struct seos_html seos_html;

/// Parses UTF-8 markup whose elements carry their number in an attribute `k` and nothing else that matters.
///
/// Elements deeper than `max_depth` are left out of the walk, their text is not. Returns NULL when memory is short.
seos_html *seos_html_parse(const uint8_t *bytes, int64_t length, int32_t max_depth);

const seos_html_event *seos_html_events(const seos_html *html);
int64_t seos_html_event_count(const seos_html *html);
/// All text of the page, one piece after another, valid UTF-8.
const uint8_t *seos_html_bytes(const seos_html *html);
int64_t seos_html_byte_count(const seos_html *html);
/// Depth of the deepest element, counted without the limit.
int32_t seos_html_depth(const seos_html *html);

void seos_html_free(seos_html *html);
