/// Reading of XML by libxml2, behind functions of our own: no header of libxml2 is included here.
#pragma once

#include <stdint.h>

enum {
  SEOS_XML_OPEN = 1,
  SEOS_XML_ATTRIBUTE = 2,
  SEOS_XML_TEXT = 3,
  SEOS_XML_CLOSE = 4,
  /// A reference to an entity that XML itself does not know, by name.
  SEOS_XML_REFERENCE = 5,
};

/// Why reading ended.
enum {
  SEOS_XML_DONE = 0,
  /// Not well-formed; the events up to the error stand.
  SEOS_XML_MALFORMED = 1,
  /// The document declares entities, which are not read.
  SEOS_XML_ENTITIES = 2,
  /// More events than allowed; the first of them stand.
  SEOS_XML_TOO_MANY = 3,
  SEOS_XML_NO_MEMORY = 4,
};

/// One step through a document. Ranges count bytes of `seos_xml_bytes`.
typedef struct {
  int32_t kind;
  /// Name without its prefix, of an element, attribute or reference.
  int32_t name_start, name_length;
  /// Namespace of an element or attribute, empty without one.
  int32_t space_start, space_length;
  /// Value of an attribute, or the text.
  int32_t text_start, text_length;
  /// Where text stands in the input; -1 where it is not the input byte by byte.
  int64_t source;
} seos_xml_event;

typedef struct seos_xml seos_xml;

/// Reads UTF-8, whatever its declaration says. Nothing is fetched, no file is opened, no entity is expanded but the
/// five that XML has; depth and size have no limit but `max_events`. Returns NULL when memory is short.
seos_xml *seos_xml_read(const uint8_t *bytes, int64_t length, int64_t max_events);

int32_t seos_xml_outcome(const seos_xml *xml);
/// The parser's words for what is malformed and the line it is in; empty, 0 otherwise.
const char *seos_xml_message(const seos_xml *xml);
int32_t seos_xml_line(const seos_xml *xml);

const seos_xml_event *seos_xml_events(const seos_xml *xml);
int64_t seos_xml_event_count(const seos_xml *xml);
const uint8_t *seos_xml_bytes(const seos_xml *xml);
int64_t seos_xml_byte_count(const seos_xml *xml);
/// Depth of the deepest element.
int32_t seos_xml_depth(const seos_xml *xml);

void seos_xml_free(seos_xml *xml);
