#include "CXML2.h"

#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>

struct seos_xml {
  seos_xml_event *events;
  int64_t eventCount, eventRoom, mostEvents;
  uint8_t *bytes;
  int64_t byteCount, byteRoom;
  int32_t depth, deepest;
  int32_t outcome;
  int32_t line;
  char message[200];
  xmlParserCtxtPtr parser;
};

static pthread_once_t once = PTHREAD_ONCE_INIT;

static void start(void) { xmlInitParser(); }

static void stop(seos_xml *xml, int32_t outcome) {
  if (xml->outcome == SEOS_XML_DONE) xml->outcome = outcome;
  xmlStopParser(xml->parser);
}

/// Copies bytes; returns where they went, -1 when there is no room.
static int32_t keep(seos_xml *xml, const xmlChar *text, int64_t length) {
  if (xml->byteCount + length > INT32_MAX) return -1;
  if (xml->byteCount + length > xml->byteRoom) {
    int64_t room = xml->byteRoom * 2 + length + 1024;
    uint8_t *grown = realloc(xml->bytes, (size_t)room);
    if (!grown) return -1;
    xml->bytes = grown;
    xml->byteRoom = room;
  }
  if (length > 0) memcpy(xml->bytes + xml->byteCount, text, (size_t)length);
  int32_t from = (int32_t)xml->byteCount;
  xml->byteCount += length;
  return from;
}

static seos_xml_event *add(seos_xml *xml, int32_t kind) {
  if (xml->outcome != SEOS_XML_DONE) return NULL;
  if (xml->eventCount >= xml->mostEvents) {
    stop(xml, SEOS_XML_TOO_MANY);
    return NULL;
  }
  if (xml->eventCount == xml->eventRoom) {
    int64_t room = xml->eventRoom ? xml->eventRoom * 2 : 1024;
    seos_xml_event *grown = realloc(xml->events, sizeof(seos_xml_event) * (size_t)room);
    if (!grown) {
      stop(xml, SEOS_XML_NO_MEMORY);
      return NULL;
    }
    xml->events = grown;
    xml->eventRoom = room;
  }
  seos_xml_event *event = &xml->events[xml->eventCount++];
  *event = (seos_xml_event){.kind = kind, .source = -1};
  return event;
}

static void fill(seos_xml *xml, const xmlChar *text, int64_t length, int32_t *from, int32_t *count) {
  int32_t at = text ? keep(xml, text, length) : 0;
  if (at < 0) {
    stop(xml, SEOS_XML_NO_MEMORY);
    return;
  }
  *from = at;
  *count = text ? (int32_t)length : 0;
}

static void fillString(seos_xml *xml, const xmlChar *text, int32_t *from, int32_t *count) {
  fill(xml, text, text ? (int64_t)strlen((const char *)text) : 0, from, count);
}

/// Where text stands in the document; -1 for what is not a piece of it. The parser hands out its input itself, or a copy
/// of what it has just read or is about to leave by one character.
static int64_t place(const seos_xml *xml, const xmlChar *text, int64_t length) {
  const xmlParserInput *input = xml->parser->input;
  if (!input) return -1;
  if (text >= input->base && text + length <= input->end) return (int64_t)input->consumed + (text - input->base);
  for (int ahead = 0; ahead <= 4; ahead++) {
    const xmlChar *from = input->cur - length + ahead;
    if (from < input->base || input->end - from < length) continue;
    if (memcmp(from, text, (size_t)length) == 0) return (int64_t)input->consumed + (from - input->base);
  }
  return -1;
}

static void openElement(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space,
                        int spaces, const xmlChar **declared, int count, int defaulted, const xmlChar **attributes) {
  (void)prefix, (void)spaces, (void)declared, (void)defaulted;
  seos_xml *xml = context;
  if (++xml->depth > xml->deepest) xml->deepest = xml->depth;
  seos_xml_event *event = add(xml, SEOS_XML_OPEN);
  if (!event) return;
  fillString(xml, name, &event->name_start, &event->name_length);
  fillString(xml, space, &event->space_start, &event->space_length);
  for (int i = 0; i < count; i++) {
    // Local name, prefix, namespace, value, end of value.
    const xmlChar **attribute = attributes + 5 * i;
    event = add(xml, SEOS_XML_ATTRIBUTE);
    if (!event) return;
    fillString(xml, attribute[0], &event->name_start, &event->name_length);
    fillString(xml, attribute[2], &event->space_start, &event->space_length);
    fill(xml, attribute[3], attribute[4] - attribute[3], &event->text_start, &event->text_length);
  }
}

static void closeElement(void *context, const xmlChar *name, const xmlChar *prefix, const xmlChar *space) {
  (void)name, (void)prefix, (void)space;
  seos_xml *xml = context;
  xml->depth--;
  add(xml, SEOS_XML_CLOSE);
}

static void characters(void *context, const xmlChar *text, int length) {
  seos_xml *xml = context;
  int64_t source = place(xml, text, length);
  seos_xml_event *event = add(xml, SEOS_XML_TEXT);
  if (!event) return;
  event->source = source;
  fill(xml, text, length, &event->text_start, &event->text_length);
}

static void reference(void *context, const xmlChar *name) {
  seos_xml *xml = context;
  seos_xml_event *event = add(xml, SEOS_XML_REFERENCE);
  if (event) fillString(xml, name, &event->name_start, &event->name_length);
}

static xmlEntityPtr getEntity(void *context, const xmlChar *name) {
  (void)context;
  return xmlGetPredefinedEntity(name);
}

static void entityDeclaration(void *context, const xmlChar *name, int type, const xmlChar *publicId,
                              const xmlChar *systemId, xmlChar *content) {
  (void)name, (void)type, (void)publicId, (void)systemId, (void)content;
  stop(context, SEOS_XML_ENTITIES);
}

static xmlEntityPtr getParameterEntity(void *context, const xmlChar *name) {
  (void)name;
  stop(context, SEOS_XML_ENTITIES);
  return NULL;
}

static xmlParserInputPtr resolveNothing(void *context, const xmlChar *publicId, const xmlChar *systemId) {
  (void)context, (void)publicId, (void)systemId;
  return NULL;
}

static int hasSubset(void *context) {
  (void)context;
  return 1;
}

static int isNotStandalone(void *context) {
  (void)context;
  return 0;
}

static void quiet(void *context, xmlErrorPtr error) { (void)context, (void)error; }

seos_xml *seos_xml_read(const uint8_t *bytes, int64_t length, int64_t mostEvents) {
  pthread_once(&once, start);
  seos_xml *xml = calloc(1, sizeof(seos_xml));
  if (!xml || length <= 0 || length > INT32_MAX - 16) return xml;
  xml->mostEvents = mostEvents;
  xmlParserCtxtPtr parser = xmlCreateMemoryParserCtxt((const char *)bytes, (int)length);
  if (!parser) {
    free(xml);
    return NULL;
  }
  xml->parser = parser;
  xmlSAXHandler handler;
  memset(&handler, 0, sizeof(handler));
  handler.initialized = XML_SAX2_MAGIC;
  handler.startElementNs = openElement;
  handler.endElementNs = closeElement;
  handler.characters = characters;
  handler.ignorableWhitespace = characters;
  handler.cdataBlock = characters;
  handler.reference = reference;
  handler.getEntity = getEntity;
  handler.getParameterEntity = getParameterEntity;
  handler.entityDecl = entityDeclaration;
  handler.resolveEntity = resolveNothing;
  handler.hasExternalSubset = hasSubset;
  handler.hasInternalSubset = hasSubset;
  handler.isStandalone = isNotStandalone;
  handler.serror = quiet;
  // The context owns its handler, which is allocated; ours is copied into it.
  *parser->sax = handler;
  parser->userData = xml;
  // No NOENT, no DTDLOAD, no DTDVALID, no XINCLUDE: entities stay references and nothing else is read.
  xmlCtxtUseOptions(parser, XML_PARSE_HUGE | XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING |
                                XML_PARSE_IGNORE_ENC);
  // NOERROR and NOWARNING put handlers of their own into place.
  parser->sax->serror = quiet;
  xmlSwitchEncoding(parser, XML_CHAR_ENCODING_UTF8);
  xmlParseDocument(parser);
  if (xml->outcome == SEOS_XML_DONE && !parser->wellFormed) xml->outcome = SEOS_XML_MALFORMED;
  if (xml->outcome == SEOS_XML_MALFORMED && parser->lastError.message) {
    strncpy(xml->message, parser->lastError.message, sizeof(xml->message) - 1);
    xml->line = parser->lastError.line;
  }
  if (parser->myDoc) xmlFreeDoc(parser->myDoc);
  parser->myDoc = NULL;
  xmlFreeParserCtxt(parser);
  xml->parser = NULL;
  return xml;
}

int32_t seos_xml_outcome(const seos_xml *xml) { return xml->outcome; }
const char *seos_xml_message(const seos_xml *xml) { return xml->message; }
int32_t seos_xml_line(const seos_xml *xml) { return xml->line; }
const seos_xml_event *seos_xml_events(const seos_xml *xml) { return xml->events; }
int64_t seos_xml_event_count(const seos_xml *xml) { return xml->eventCount; }
const uint8_t *seos_xml_bytes(const seos_xml *xml) { return xml->bytes; }
int64_t seos_xml_byte_count(const seos_xml *xml) { return xml->byteCount; }
int32_t seos_xml_depth(const seos_xml *xml) { return xml->deepest; }

void seos_xml_free(seos_xml *xml) {
  if (!xml) return;
  free(xml->events);
  free(xml->bytes);
  free(xml);
}
