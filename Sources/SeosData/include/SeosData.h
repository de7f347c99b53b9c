/// The data files that travel inside the binary: language packs, gazetteer, models.
#pragma once
#include <stddef.h>
#include <stdint.h>

struct seos_data_file {
  /// Path below Sources/SeosLanguages, for example "Packs/et/labels.tsv".
  const char *name;
  const uint8_t *bytes;
  size_t length;
};

/// All files, sorted by name.
const struct seos_data_file *seos_data_files(size_t *count);
