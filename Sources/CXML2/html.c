#include "CXML2.h"

#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct seos_html {
  seos_html_event *events;
  int64_t eventCount, eventRoom;
  uint8_t *bytes;
  int64_t byteCount, byteRoom;
  int32_t depth;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) { xmlInitParser(); }

static int addEvent(seos_html *html, int32_t kind, int32_t element, int64_t from, int64_t to) {
  if (html->eventCount == html->eventRoom) {
    int64_t room = html->eventRoom ? html->eventRoom * 2 : 1024;
    seos_html_event *grown = realloc(html->events, sizeof(seos_html_event) * (size_t)room);
    if (!grown) return 0;
    html->events = grown;
    html->eventRoom = room;
  }
  html->events[html->eventCount++] = (seos_html_event){kind, element, from, to};
  return 1;
}

static int addText(seos_html *html, const xmlChar *text) {
  int64_t length = (int64_t)strlen((const char *)text);
  if (length == 0) return 1;
  if (html->byteCount + length > html->byteRoom) {
    int64_t room = html->byteRoom * 2 + length;
    uint8_t *grown = realloc(html->bytes, (size_t)room);
    if (!grown) return 0;
    html->bytes = grown;
    html->byteRoom = room;
  }
  memcpy(html->bytes + html->byteCount, text, (size_t)length);
  int64_t from = html->byteCount;
  html->byteCount += length;
  return addEvent(html, SEOS_HTML_TEXT, -1, from, html->byteCount);
}

/// Builds the element without its attribute and keeps the number in the node itself: attributes are trees of their own
/// and would take most of the memory of a page.
static void startElement(void *context, const xmlChar *name, const xmlChar **attributes) {
  intptr_t number = 0;
  if (attributes && attributes[0] && attributes[1] && strcmp((const char *)attributes[0], "k") == 0)
    number = strtol((const char *)attributes[1], NULL, 10) + 1;
  xmlParserCtxtPtr parser = context;
  const xmlNode *before = parser->node;
  xmlSAX2StartElement(context, name, NULL);
  if (parser->node && parser->node != before) parser->node->_private = (void *)number;
}

static int32_t number(const xmlNode *node) { return (int32_t)((intptr_t)node->_private - 1); }

/// Walks without recursion: down to the first child, else to the next sibling, else up.
static int walk(seos_html *html, const xmlNode *root, int32_t maxDepth) {
  const xmlNode *node = root;
  int32_t depth = 1;
  while (node) {
    int descend = 0;
    if (node->type == XML_ELEMENT_NODE) {
      if (depth > html->depth) html->depth = depth;
      if (depth <= maxDepth && !addEvent(html, SEOS_HTML_OPEN, number(node), 0, 0)) return 0;
      if (node->children) {
        descend = 1;
      } else if (depth <= maxDepth && !addEvent(html, SEOS_HTML_CLOSE, -1, 0, 0)) {
        return 0;
      }
    } else if (node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE) {
      if (node->content && !addText(html, node->content)) return 0;
    }
    if (descend) {
      node = node->children;
      depth++;
      continue;
    }
    while (node && !node->next) {
      node = node->parent;
      depth--;
      if (!node || node->type != XML_ELEMENT_NODE || depth < 1) return 1;
      if (depth <= maxDepth && !addEvent(html, SEOS_HTML_CLOSE, -1, 0, 0)) return 0;
    }
    node = node->next;
  }
  return 1;
}

seos_html *seos_html_parse(const uint8_t *bytes, int64_t length, int32_t maxDepth) {
  pthread_once(&once, start);
  seos_html *html = calloc(1, sizeof(seos_html));
  if (!html || length <= 0 || length > INT32_MAX - 16) return html;
  int options = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET |
                HTML_PARSE_NODEFDTD | HTML_PARSE_COMPACT | XML_PARSE_HUGE;
  htmlParserCtxtPtr parser = htmlNewParserCtxt();
  if (!parser) return html;
  parser->sax->startElement = startElement;
  htmlDocPtr doc = htmlCtxtReadMemory(parser, (const char *)bytes, (int)length, NULL, "UTF-8", options);
  htmlFreeParserCtxt(parser);
  if (!doc) return html;
  int complete = 1;
  for (const xmlNode *root = doc->children; root && complete; root = root->next) {
    // The walk goes on to the root's siblings by itself.
    if (root->type == XML_ELEMENT_NODE || root->type == XML_TEXT_NODE) {
      complete = walk(html, root, maxDepth);
      break;
    }
  }
  xmlFreeDoc(doc);
  if (!complete) {
    seos_html_free(html);
    return NULL;
  }
  return html;
}

const seos_html_event *seos_html_events(const seos_html *html) { return html->events; }
int64_t seos_html_event_count(const seos_html *html) { return html->eventCount; }
const uint8_t *seos_html_bytes(const seos_html *html) { return html->bytes; }
int64_t seos_html_byte_count(const seos_html *html) { return html->byteCount; }
int32_t seos_html_depth(const seos_html *html) { return html->depth; }

void seos_html_free(seos_html *html) {
  if (!html) return;
  free(html->events);
  free(html->bytes);
  free(html);
}
