// Made by Scripts/embed-data. Do not edit.
#include "SeosData.h"

static const uint8_t data_0[] = {
#embed "../SeosLanguages/Concepts/beginnings.tsv" suffix(,)
  0};
static const uint8_t data_1[] = {
#embed "../SeosLanguages/Concepts/concepts.tsv" suffix(,)
  0};
static const uint8_t data_2[] = {
#embed "../SeosLanguages/Concepts/fields.tsv" suffix(,)
  0};
static const uint8_t data_3[] = {
#embed "../SeosLanguages/Concepts/heads.tsv" suffix(,)
  0};
static const uint8_t data_4[] = {
#embed "../SeosLanguages/Concepts/model.tsv" suffix(,)
  0};
static const uint8_t data_5[] = {
#embed "../SeosLanguages/Concepts/opposites.tsv" suffix(,)
  0};
static const uint8_t data_6[] = {
#embed "../SeosLanguages/Concepts/parts.tsv" suffix(,)
  0};
static const uint8_t data_7[] = {
#embed "../SeosLanguages/Concepts/phrases.tsv" suffix(,)
  0};
static const uint8_t data_8[] = {
#embed "../SeosLanguages/Concepts/place-endings.tsv" suffix(,)
  0};
static const uint8_t data_9[] = {
#embed "../SeosLanguages/Concepts/weights.tsv" suffix(,)
  0};
static const uint8_t data_10[] = {
#embed "../SeosLanguages/Gazetteer/gazetteer.tsv" suffix(,)
  0};
static const uint8_t data_11[] = {
#embed "../SeosLanguages/Gazetteer/index/place-codes.txt" suffix(,)
  0};
static const uint8_t data_12[] = {
#embed "../SeosLanguages/Gazetteer/index/place-groups.txt" suffix(,)
  0};
static const uint8_t data_13[] = {
#embed "../SeosLanguages/Gazetteer/index/place-names.txt" suffix(,)
  0};
static const uint8_t data_14[] = {
#embed "../SeosLanguages/Gazetteer/landscapes.tsv" suffix(,)
  0};
static const uint8_t data_15[] = {
#embed "../SeosLanguages/Gazetteer/towns.tsv" suffix(,)
  0};
static const uint8_t data_16[] = {
#embed "../SeosLanguages/Gazetteer/world.tsv" suffix(,)
  0};
static const uint8_t data_17[] = {
#embed "../SeosLanguages/Model/languages.bin" suffix(,)
  0};
static const uint8_t data_18[] = {
#embed "../SeosLanguages/Model/scores.tsv" suffix(,)
  0};
static const uint8_t data_19[] = {
#embed "../SeosLanguages/Packs/bg/cues.tsv" suffix(,)
  0};
static const uint8_t data_20[] = {
#embed "../SeosLanguages/Packs/bg/endings.tsv" suffix(,)
  0};
static const uint8_t data_21[] = {
#embed "../SeosLanguages/Packs/bg/labels.tsv" suffix(,)
  0};
static const uint8_t data_22[] = {
#embed "../SeosLanguages/Packs/bg/names.tsv" suffix(,)
  0};
static const uint8_t data_23[] = {
#embed "../SeosLanguages/Packs/bg/noise.tsv" suffix(,)
  0};
static const uint8_t data_24[] = {
#embed "../SeosLanguages/Packs/bg/orgs.tsv" suffix(,)
  0};
static const uint8_t data_25[] = {
#embed "../SeosLanguages/Packs/bg/values.tsv" suffix(,)
  0};
static const uint8_t data_26[] = {
#embed "../SeosLanguages/Packs/cs/cues.tsv" suffix(,)
  0};
static const uint8_t data_27[] = {
#embed "../SeosLanguages/Packs/cs/endings.tsv" suffix(,)
  0};
static const uint8_t data_28[] = {
#embed "../SeosLanguages/Packs/cs/labels.tsv" suffix(,)
  0};
static const uint8_t data_29[] = {
#embed "../SeosLanguages/Packs/cs/names.tsv" suffix(,)
  0};
static const uint8_t data_30[] = {
#embed "../SeosLanguages/Packs/cs/noise.tsv" suffix(,)
  0};
static const uint8_t data_31[] = {
#embed "../SeosLanguages/Packs/cs/orgs.tsv" suffix(,)
  0};
static const uint8_t data_32[] = {
#embed "../SeosLanguages/Packs/cs/values.tsv" suffix(,)
  0};
static const uint8_t data_33[] = {
#embed "../SeosLanguages/Packs/da/cues.tsv" suffix(,)
  0};
static const uint8_t data_34[] = {
#embed "../SeosLanguages/Packs/da/endings.tsv" suffix(,)
  0};
static const uint8_t data_35[] = {
#embed "../SeosLanguages/Packs/da/labels.tsv" suffix(,)
  0};
static const uint8_t data_36[] = {
#embed "../SeosLanguages/Packs/da/names.tsv" suffix(,)
  0};
static const uint8_t data_37[] = {
#embed "../SeosLanguages/Packs/da/noise.tsv" suffix(,)
  0};
static const uint8_t data_38[] = {
#embed "../SeosLanguages/Packs/da/orgs.tsv" suffix(,)
  0};
static const uint8_t data_39[] = {
#embed "../SeosLanguages/Packs/da/values.tsv" suffix(,)
  0};
static const uint8_t data_40[] = {
#embed "../SeosLanguages/Packs/de/cues.tsv" suffix(,)
  0};
static const uint8_t data_41[] = {
#embed "../SeosLanguages/Packs/de/endings.tsv" suffix(,)
  0};
static const uint8_t data_42[] = {
#embed "../SeosLanguages/Packs/de/labels.tsv" suffix(,)
  0};
static const uint8_t data_43[] = {
#embed "../SeosLanguages/Packs/de/names.tsv" suffix(,)
  0};
static const uint8_t data_44[] = {
#embed "../SeosLanguages/Packs/de/noise.tsv" suffix(,)
  0};
static const uint8_t data_45[] = {
#embed "../SeosLanguages/Packs/de/orgs.tsv" suffix(,)
  0};
static const uint8_t data_46[] = {
#embed "../SeosLanguages/Packs/de/values.tsv" suffix(,)
  0};
static const uint8_t data_47[] = {
#embed "../SeosLanguages/Packs/el/cues.tsv" suffix(,)
  0};
static const uint8_t data_48[] = {
#embed "../SeosLanguages/Packs/el/endings.tsv" suffix(,)
  0};
static const uint8_t data_49[] = {
#embed "../SeosLanguages/Packs/el/labels.tsv" suffix(,)
  0};
static const uint8_t data_50[] = {
#embed "../SeosLanguages/Packs/el/names.tsv" suffix(,)
  0};
static const uint8_t data_51[] = {
#embed "../SeosLanguages/Packs/el/noise.tsv" suffix(,)
  0};
static const uint8_t data_52[] = {
#embed "../SeosLanguages/Packs/el/orgs.tsv" suffix(,)
  0};
static const uint8_t data_53[] = {
#embed "../SeosLanguages/Packs/el/values.tsv" suffix(,)
  0};
static const uint8_t data_54[] = {
#embed "../SeosLanguages/Packs/en/cues.tsv" suffix(,)
  0};
static const uint8_t data_55[] = {
#embed "../SeosLanguages/Packs/en/endings.tsv" suffix(,)
  0};
static const uint8_t data_56[] = {
#embed "../SeosLanguages/Packs/en/labels.tsv" suffix(,)
  0};
static const uint8_t data_57[] = {
#embed "../SeosLanguages/Packs/en/names.tsv" suffix(,)
  0};
static const uint8_t data_58[] = {
#embed "../SeosLanguages/Packs/en/noise.tsv" suffix(,)
  0};
static const uint8_t data_59[] = {
#embed "../SeosLanguages/Packs/en/orgs.tsv" suffix(,)
  0};
static const uint8_t data_60[] = {
#embed "../SeosLanguages/Packs/en/values.tsv" suffix(,)
  0};
static const uint8_t data_61[] = {
#embed "../SeosLanguages/Packs/es/cues.tsv" suffix(,)
  0};
static const uint8_t data_62[] = {
#embed "../SeosLanguages/Packs/es/endings.tsv" suffix(,)
  0};
static const uint8_t data_63[] = {
#embed "../SeosLanguages/Packs/es/labels.tsv" suffix(,)
  0};
static const uint8_t data_64[] = {
#embed "../SeosLanguages/Packs/es/names.tsv" suffix(,)
  0};
static const uint8_t data_65[] = {
#embed "../SeosLanguages/Packs/es/noise.tsv" suffix(,)
  0};
static const uint8_t data_66[] = {
#embed "../SeosLanguages/Packs/es/orgs.tsv" suffix(,)
  0};
static const uint8_t data_67[] = {
#embed "../SeosLanguages/Packs/es/values.tsv" suffix(,)
  0};
static const uint8_t data_68[] = {
#embed "../SeosLanguages/Packs/et/cues.tsv" suffix(,)
  0};
static const uint8_t data_69[] = {
#embed "../SeosLanguages/Packs/et/endings.tsv" suffix(,)
  0};
static const uint8_t data_70[] = {
#embed "../SeosLanguages/Packs/et/labels.tsv" suffix(,)
  0};
static const uint8_t data_71[] = {
#embed "../SeosLanguages/Packs/et/names.tsv" suffix(,)
  0};
static const uint8_t data_72[] = {
#embed "../SeosLanguages/Packs/et/noise.tsv" suffix(,)
  0};
static const uint8_t data_73[] = {
#embed "../SeosLanguages/Packs/et/orgs.tsv" suffix(,)
  0};
static const uint8_t data_74[] = {
#embed "../SeosLanguages/Packs/et/values.tsv" suffix(,)
  0};
static const uint8_t data_75[] = {
#embed "../SeosLanguages/Packs/fi/cues.tsv" suffix(,)
  0};
static const uint8_t data_76[] = {
#embed "../SeosLanguages/Packs/fi/endings.tsv" suffix(,)
  0};
static const uint8_t data_77[] = {
#embed "../SeosLanguages/Packs/fi/labels.tsv" suffix(,)
  0};
static const uint8_t data_78[] = {
#embed "../SeosLanguages/Packs/fi/names.tsv" suffix(,)
  0};
static const uint8_t data_79[] = {
#embed "../SeosLanguages/Packs/fi/noise.tsv" suffix(,)
  0};
static const uint8_t data_80[] = {
#embed "../SeosLanguages/Packs/fi/orgs.tsv" suffix(,)
  0};
static const uint8_t data_81[] = {
#embed "../SeosLanguages/Packs/fi/values.tsv" suffix(,)
  0};
static const uint8_t data_82[] = {
#embed "../SeosLanguages/Packs/fr/cues.tsv" suffix(,)
  0};
static const uint8_t data_83[] = {
#embed "../SeosLanguages/Packs/fr/endings.tsv" suffix(,)
  0};
static const uint8_t data_84[] = {
#embed "../SeosLanguages/Packs/fr/labels.tsv" suffix(,)
  0};
static const uint8_t data_85[] = {
#embed "../SeosLanguages/Packs/fr/names.tsv" suffix(,)
  0};
static const uint8_t data_86[] = {
#embed "../SeosLanguages/Packs/fr/noise.tsv" suffix(,)
  0};
static const uint8_t data_87[] = {
#embed "../SeosLanguages/Packs/fr/orgs.tsv" suffix(,)
  0};
static const uint8_t data_88[] = {
#embed "../SeosLanguages/Packs/fr/values.tsv" suffix(,)
  0};
static const uint8_t data_89[] = {
#embed "../SeosLanguages/Packs/ga/cues.tsv" suffix(,)
  0};
static const uint8_t data_90[] = {
#embed "../SeosLanguages/Packs/ga/endings.tsv" suffix(,)
  0};
static const uint8_t data_91[] = {
#embed "../SeosLanguages/Packs/ga/labels.tsv" suffix(,)
  0};
static const uint8_t data_92[] = {
#embed "../SeosLanguages/Packs/ga/names.tsv" suffix(,)
  0};
static const uint8_t data_93[] = {
#embed "../SeosLanguages/Packs/ga/noise.tsv" suffix(,)
  0};
static const uint8_t data_94[] = {
#embed "../SeosLanguages/Packs/ga/orgs.tsv" suffix(,)
  0};
static const uint8_t data_95[] = {
#embed "../SeosLanguages/Packs/ga/values.tsv" suffix(,)
  0};
static const uint8_t data_96[] = {
#embed "../SeosLanguages/Packs/hr/cues.tsv" suffix(,)
  0};
static const uint8_t data_97[] = {
#embed "../SeosLanguages/Packs/hr/endings.tsv" suffix(,)
  0};
static const uint8_t data_98[] = {
#embed "../SeosLanguages/Packs/hr/labels.tsv" suffix(,)
  0};
static const uint8_t data_99[] = {
#embed "../SeosLanguages/Packs/hr/names.tsv" suffix(,)
  0};
static const uint8_t data_100[] = {
#embed "../SeosLanguages/Packs/hr/noise.tsv" suffix(,)
  0};
static const uint8_t data_101[] = {
#embed "../SeosLanguages/Packs/hr/orgs.tsv" suffix(,)
  0};
static const uint8_t data_102[] = {
#embed "../SeosLanguages/Packs/hr/values.tsv" suffix(,)
  0};
static const uint8_t data_103[] = {
#embed "../SeosLanguages/Packs/hu/cues.tsv" suffix(,)
  0};
static const uint8_t data_104[] = {
#embed "../SeosLanguages/Packs/hu/endings.tsv" suffix(,)
  0};
static const uint8_t data_105[] = {
#embed "../SeosLanguages/Packs/hu/labels.tsv" suffix(,)
  0};
static const uint8_t data_106[] = {
#embed "../SeosLanguages/Packs/hu/names.tsv" suffix(,)
  0};
static const uint8_t data_107[] = {
#embed "../SeosLanguages/Packs/hu/noise.tsv" suffix(,)
  0};
static const uint8_t data_108[] = {
#embed "../SeosLanguages/Packs/hu/orgs.tsv" suffix(,)
  0};
static const uint8_t data_109[] = {
#embed "../SeosLanguages/Packs/hu/values.tsv" suffix(,)
  0};
static const uint8_t data_110[] = {
#embed "../SeosLanguages/Packs/is/cues.tsv" suffix(,)
  0};
static const uint8_t data_111[] = {
#embed "../SeosLanguages/Packs/is/endings.tsv" suffix(,)
  0};
static const uint8_t data_112[] = {
#embed "../SeosLanguages/Packs/is/labels.tsv" suffix(,)
  0};
static const uint8_t data_113[] = {
#embed "../SeosLanguages/Packs/is/names.tsv" suffix(,)
  0};
static const uint8_t data_114[] = {
#embed "../SeosLanguages/Packs/is/noise.tsv" suffix(,)
  0};
static const uint8_t data_115[] = {
#embed "../SeosLanguages/Packs/is/orgs.tsv" suffix(,)
  0};
static const uint8_t data_116[] = {
#embed "../SeosLanguages/Packs/is/values.tsv" suffix(,)
  0};
static const uint8_t data_117[] = {
#embed "../SeosLanguages/Packs/it/cues.tsv" suffix(,)
  0};
static const uint8_t data_118[] = {
#embed "../SeosLanguages/Packs/it/endings.tsv" suffix(,)
  0};
static const uint8_t data_119[] = {
#embed "../SeosLanguages/Packs/it/labels.tsv" suffix(,)
  0};
static const uint8_t data_120[] = {
#embed "../SeosLanguages/Packs/it/names.tsv" suffix(,)
  0};
static const uint8_t data_121[] = {
#embed "../SeosLanguages/Packs/it/noise.tsv" suffix(,)
  0};
static const uint8_t data_122[] = {
#embed "../SeosLanguages/Packs/it/orgs.tsv" suffix(,)
  0};
static const uint8_t data_123[] = {
#embed "../SeosLanguages/Packs/it/values.tsv" suffix(,)
  0};
static const uint8_t data_124[] = {
#embed "../SeosLanguages/Packs/lt/cues.tsv" suffix(,)
  0};
static const uint8_t data_125[] = {
#embed "../SeosLanguages/Packs/lt/endings.tsv" suffix(,)
  0};
static const uint8_t data_126[] = {
#embed "../SeosLanguages/Packs/lt/labels.tsv" suffix(,)
  0};
static const uint8_t data_127[] = {
#embed "../SeosLanguages/Packs/lt/names.tsv" suffix(,)
  0};
static const uint8_t data_128[] = {
#embed "../SeosLanguages/Packs/lt/noise.tsv" suffix(,)
  0};
static const uint8_t data_129[] = {
#embed "../SeosLanguages/Packs/lt/orgs.tsv" suffix(,)
  0};
static const uint8_t data_130[] = {
#embed "../SeosLanguages/Packs/lt/values.tsv" suffix(,)
  0};
static const uint8_t data_131[] = {
#embed "../SeosLanguages/Packs/lv/cues.tsv" suffix(,)
  0};
static const uint8_t data_132[] = {
#embed "../SeosLanguages/Packs/lv/endings.tsv" suffix(,)
  0};
static const uint8_t data_133[] = {
#embed "../SeosLanguages/Packs/lv/labels.tsv" suffix(,)
  0};
static const uint8_t data_134[] = {
#embed "../SeosLanguages/Packs/lv/names.tsv" suffix(,)
  0};
static const uint8_t data_135[] = {
#embed "../SeosLanguages/Packs/lv/noise.tsv" suffix(,)
  0};
static const uint8_t data_136[] = {
#embed "../SeosLanguages/Packs/lv/orgs.tsv" suffix(,)
  0};
static const uint8_t data_137[] = {
#embed "../SeosLanguages/Packs/lv/values.tsv" suffix(,)
  0};
static const uint8_t data_138[] = {
#embed "../SeosLanguages/Packs/mt/cues.tsv" suffix(,)
  0};
static const uint8_t data_139[] = {
#embed "../SeosLanguages/Packs/mt/endings.tsv" suffix(,)
  0};
static const uint8_t data_140[] = {
#embed "../SeosLanguages/Packs/mt/labels.tsv" suffix(,)
  0};
static const uint8_t data_141[] = {
#embed "../SeosLanguages/Packs/mt/names.tsv" suffix(,)
  0};
static const uint8_t data_142[] = {
#embed "../SeosLanguages/Packs/mt/noise.tsv" suffix(,)
  0};
static const uint8_t data_143[] = {
#embed "../SeosLanguages/Packs/mt/orgs.tsv" suffix(,)
  0};
static const uint8_t data_144[] = {
#embed "../SeosLanguages/Packs/mt/values.tsv" suffix(,)
  0};
static const uint8_t data_145[] = {
#embed "../SeosLanguages/Packs/mul/countries.tsv" suffix(,)
  0};
static const uint8_t data_146[] = {
#embed "../SeosLanguages/Packs/mul/cues.tsv" suffix(,)
  0};
static const uint8_t data_147[] = {
#embed "../SeosLanguages/Packs/mul/domains.tsv" suffix(,)
  0};
static const uint8_t data_148[] = {
#embed "../SeosLanguages/Packs/mul/names.tsv" suffix(,)
  0};
static const uint8_t data_149[] = {
#embed "../SeosLanguages/Packs/mul/orgs.tsv" suffix(,)
  0};
static const uint8_t data_150[] = {
#embed "../SeosLanguages/Packs/mul/values.tsv" suffix(,)
  0};
static const uint8_t data_151[] = {
#embed "../SeosLanguages/Packs/nb/cues.tsv" suffix(,)
  0};
static const uint8_t data_152[] = {
#embed "../SeosLanguages/Packs/nb/endings.tsv" suffix(,)
  0};
static const uint8_t data_153[] = {
#embed "../SeosLanguages/Packs/nb/labels.tsv" suffix(,)
  0};
static const uint8_t data_154[] = {
#embed "../SeosLanguages/Packs/nb/names.tsv" suffix(,)
  0};
static const uint8_t data_155[] = {
#embed "../SeosLanguages/Packs/nb/noise.tsv" suffix(,)
  0};
static const uint8_t data_156[] = {
#embed "../SeosLanguages/Packs/nb/orgs.tsv" suffix(,)
  0};
static const uint8_t data_157[] = {
#embed "../SeosLanguages/Packs/nb/values.tsv" suffix(,)
  0};
static const uint8_t data_158[] = {
#embed "../SeosLanguages/Packs/nl/cues.tsv" suffix(,)
  0};
static const uint8_t data_159[] = {
#embed "../SeosLanguages/Packs/nl/endings.tsv" suffix(,)
  0};
static const uint8_t data_160[] = {
#embed "../SeosLanguages/Packs/nl/labels.tsv" suffix(,)
  0};
static const uint8_t data_161[] = {
#embed "../SeosLanguages/Packs/nl/names.tsv" suffix(,)
  0};
static const uint8_t data_162[] = {
#embed "../SeosLanguages/Packs/nl/noise.tsv" suffix(,)
  0};
static const uint8_t data_163[] = {
#embed "../SeosLanguages/Packs/nl/orgs.tsv" suffix(,)
  0};
static const uint8_t data_164[] = {
#embed "../SeosLanguages/Packs/nl/values.tsv" suffix(,)
  0};
static const uint8_t data_165[] = {
#embed "../SeosLanguages/Packs/pl/cues.tsv" suffix(,)
  0};
static const uint8_t data_166[] = {
#embed "../SeosLanguages/Packs/pl/endings.tsv" suffix(,)
  0};
static const uint8_t data_167[] = {
#embed "../SeosLanguages/Packs/pl/labels.tsv" suffix(,)
  0};
static const uint8_t data_168[] = {
#embed "../SeosLanguages/Packs/pl/names.tsv" suffix(,)
  0};
static const uint8_t data_169[] = {
#embed "../SeosLanguages/Packs/pl/noise.tsv" suffix(,)
  0};
static const uint8_t data_170[] = {
#embed "../SeosLanguages/Packs/pl/orgs.tsv" suffix(,)
  0};
static const uint8_t data_171[] = {
#embed "../SeosLanguages/Packs/pl/values.tsv" suffix(,)
  0};
static const uint8_t data_172[] = {
#embed "../SeosLanguages/Packs/pt/cues.tsv" suffix(,)
  0};
static const uint8_t data_173[] = {
#embed "../SeosLanguages/Packs/pt/endings.tsv" suffix(,)
  0};
static const uint8_t data_174[] = {
#embed "../SeosLanguages/Packs/pt/labels.tsv" suffix(,)
  0};
static const uint8_t data_175[] = {
#embed "../SeosLanguages/Packs/pt/names.tsv" suffix(,)
  0};
static const uint8_t data_176[] = {
#embed "../SeosLanguages/Packs/pt/noise.tsv" suffix(,)
  0};
static const uint8_t data_177[] = {
#embed "../SeosLanguages/Packs/pt/orgs.tsv" suffix(,)
  0};
static const uint8_t data_178[] = {
#embed "../SeosLanguages/Packs/pt/values.tsv" suffix(,)
  0};
static const uint8_t data_179[] = {
#embed "../SeosLanguages/Packs/ro/cues.tsv" suffix(,)
  0};
static const uint8_t data_180[] = {
#embed "../SeosLanguages/Packs/ro/endings.tsv" suffix(,)
  0};
static const uint8_t data_181[] = {
#embed "../SeosLanguages/Packs/ro/labels.tsv" suffix(,)
  0};
static const uint8_t data_182[] = {
#embed "../SeosLanguages/Packs/ro/names.tsv" suffix(,)
  0};
static const uint8_t data_183[] = {
#embed "../SeosLanguages/Packs/ro/noise.tsv" suffix(,)
  0};
static const uint8_t data_184[] = {
#embed "../SeosLanguages/Packs/ro/orgs.tsv" suffix(,)
  0};
static const uint8_t data_185[] = {
#embed "../SeosLanguages/Packs/ro/values.tsv" suffix(,)
  0};
static const uint8_t data_186[] = {
#embed "../SeosLanguages/Packs/sk/cues.tsv" suffix(,)
  0};
static const uint8_t data_187[] = {
#embed "../SeosLanguages/Packs/sk/endings.tsv" suffix(,)
  0};
static const uint8_t data_188[] = {
#embed "../SeosLanguages/Packs/sk/labels.tsv" suffix(,)
  0};
static const uint8_t data_189[] = {
#embed "../SeosLanguages/Packs/sk/names.tsv" suffix(,)
  0};
static const uint8_t data_190[] = {
#embed "../SeosLanguages/Packs/sk/noise.tsv" suffix(,)
  0};
static const uint8_t data_191[] = {
#embed "../SeosLanguages/Packs/sk/orgs.tsv" suffix(,)
  0};
static const uint8_t data_192[] = {
#embed "../SeosLanguages/Packs/sk/values.tsv" suffix(,)
  0};
static const uint8_t data_193[] = {
#embed "../SeosLanguages/Packs/sl/cues.tsv" suffix(,)
  0};
static const uint8_t data_194[] = {
#embed "../SeosLanguages/Packs/sl/endings.tsv" suffix(,)
  0};
static const uint8_t data_195[] = {
#embed "../SeosLanguages/Packs/sl/labels.tsv" suffix(,)
  0};
static const uint8_t data_196[] = {
#embed "../SeosLanguages/Packs/sl/names.tsv" suffix(,)
  0};
static const uint8_t data_197[] = {
#embed "../SeosLanguages/Packs/sl/noise.tsv" suffix(,)
  0};
static const uint8_t data_198[] = {
#embed "../SeosLanguages/Packs/sl/orgs.tsv" suffix(,)
  0};
static const uint8_t data_199[] = {
#embed "../SeosLanguages/Packs/sl/values.tsv" suffix(,)
  0};
static const uint8_t data_200[] = {
#embed "../SeosLanguages/Packs/sv/cues.tsv" suffix(,)
  0};
static const uint8_t data_201[] = {
#embed "../SeosLanguages/Packs/sv/endings.tsv" suffix(,)
  0};
static const uint8_t data_202[] = {
#embed "../SeosLanguages/Packs/sv/labels.tsv" suffix(,)
  0};
static const uint8_t data_203[] = {
#embed "../SeosLanguages/Packs/sv/names.tsv" suffix(,)
  0};
static const uint8_t data_204[] = {
#embed "../SeosLanguages/Packs/sv/noise.tsv" suffix(,)
  0};
static const uint8_t data_205[] = {
#embed "../SeosLanguages/Packs/sv/orgs.tsv" suffix(,)
  0};
static const uint8_t data_206[] = {
#embed "../SeosLanguages/Packs/sv/values.tsv" suffix(,)
  0};
static const uint8_t data_207[] = {
#embed "../SeosLanguages/Packs/uk/cues.tsv" suffix(,)
  0};
static const uint8_t data_208[] = {
#embed "../SeosLanguages/Packs/uk/endings.tsv" suffix(,)
  0};
static const uint8_t data_209[] = {
#embed "../SeosLanguages/Packs/uk/labels.tsv" suffix(,)
  0};
static const uint8_t data_210[] = {
#embed "../SeosLanguages/Packs/uk/names.tsv" suffix(,)
  0};
static const uint8_t data_211[] = {
#embed "../SeosLanguages/Packs/uk/noise.tsv" suffix(,)
  0};
static const uint8_t data_212[] = {
#embed "../SeosLanguages/Packs/uk/orgs.tsv" suffix(,)
  0};
static const uint8_t data_213[] = {
#embed "../SeosLanguages/Packs/uk/values.tsv" suffix(,)
  0};
static const uint8_t data_214[] = {
#embed "../../graph/queries/bridges.cypher" suffix(,)
  0};
static const uint8_t data_215[] = {
#embed "../../graph/queries/conflicts.cypher" suffix(,)
  0};
static const uint8_t data_216[] = {
#embed "../../graph/queries/contacts-of.cypher" suffix(,)
  0};
static const uint8_t data_217[] = {
#embed "../../graph/queries/countries-together.cypher" suffix(,)
  0};
static const uint8_t data_218[] = {
#embed "../../graph/queries/facts-of.cypher" suffix(,)
  0};
static const uint8_t data_219[] = {
#embed "../../graph/queries/how-connected.cypher" suffix(,)
  0};
static const uint8_t data_220[] = {
#embed "../../graph/queries/languages-of.cypher" suffix(,)
  0};
static const uint8_t data_221[] = {
#embed "../../graph/queries/largest-projects.cypher" suffix(,)
  0};
static const uint8_t data_222[] = {
#embed "../../graph/queries/leads-by-kind.cypher" suffix(,)
  0};
static const uint8_t data_223[] = {
#embed "../../graph/queries/money-by-programme.cypher" suffix(,)
  0};
static const uint8_t data_224[] = {
#embed "../../graph/queries/never-lead.cypher" suffix(,)
  0};
static const uint8_t data_225[] = {
#embed "../../graph/queries/one-source.cypher" suffix(,)
  0};
static const uint8_t data_226[] = {
#embed "../../graph/queries/partners-by-country.cypher" suffix(,)
  0};
static const uint8_t data_227[] = {
#embed "../../graph/queries/partners-of.cypher" suffix(,)
  0};
static const uint8_t data_228[] = {
#embed "../../graph/queries/projects-by-year.cypher" suffix(,)
  0};
static const uint8_t data_229[] = {
#embed "../../graph/queries/projects-in-region.cypher" suffix(,)
  0};
static const uint8_t data_230[] = {
#embed "../../graph/queries/projects-of.cypher" suffix(,)
  0};
static const uint8_t data_231[] = {
#embed "../../graph/queries/running-projects.cypher" suffix(,)
  0};
static const uint8_t data_232[] = {
#embed "../../graph/queries/shared-partners.cypher" suffix(,)
  0};
static const uint8_t data_233[] = {
#embed "../../graph/queries/sources-of.cypher" suffix(,)
  0};
static const uint8_t data_234[] = {
#embed "../../graph/queries/who-funds.cypher" suffix(,)
  0};

static const struct seos_data_file files[] = {
  {"Concepts/beginnings.tsv", data_0, sizeof data_0 - 1},
  {"Concepts/concepts.tsv", data_1, sizeof data_1 - 1},
  {"Concepts/fields.tsv", data_2, sizeof data_2 - 1},
  {"Concepts/heads.tsv", data_3, sizeof data_3 - 1},
  {"Concepts/model.tsv", data_4, sizeof data_4 - 1},
  {"Concepts/opposites.tsv", data_5, sizeof data_5 - 1},
  {"Concepts/parts.tsv", data_6, sizeof data_6 - 1},
  {"Concepts/phrases.tsv", data_7, sizeof data_7 - 1},
  {"Concepts/place-endings.tsv", data_8, sizeof data_8 - 1},
  {"Concepts/weights.tsv", data_9, sizeof data_9 - 1},
  {"Gazetteer/gazetteer.tsv", data_10, sizeof data_10 - 1},
  {"Gazetteer/index/place-codes.txt", data_11, sizeof data_11 - 1},
  {"Gazetteer/index/place-groups.txt", data_12, sizeof data_12 - 1},
  {"Gazetteer/index/place-names.txt", data_13, sizeof data_13 - 1},
  {"Gazetteer/landscapes.tsv", data_14, sizeof data_14 - 1},
  {"Gazetteer/towns.tsv", data_15, sizeof data_15 - 1},
  {"Gazetteer/world.tsv", data_16, sizeof data_16 - 1},
  {"Model/languages.bin", data_17, sizeof data_17 - 1},
  {"Model/scores.tsv", data_18, sizeof data_18 - 1},
  {"Packs/bg/cues.tsv", data_19, sizeof data_19 - 1},
  {"Packs/bg/endings.tsv", data_20, sizeof data_20 - 1},
  {"Packs/bg/labels.tsv", data_21, sizeof data_21 - 1},
  {"Packs/bg/names.tsv", data_22, sizeof data_22 - 1},
  {"Packs/bg/noise.tsv", data_23, sizeof data_23 - 1},
  {"Packs/bg/orgs.tsv", data_24, sizeof data_24 - 1},
  {"Packs/bg/values.tsv", data_25, sizeof data_25 - 1},
  {"Packs/cs/cues.tsv", data_26, sizeof data_26 - 1},
  {"Packs/cs/endings.tsv", data_27, sizeof data_27 - 1},
  {"Packs/cs/labels.tsv", data_28, sizeof data_28 - 1},
  {"Packs/cs/names.tsv", data_29, sizeof data_29 - 1},
  {"Packs/cs/noise.tsv", data_30, sizeof data_30 - 1},
  {"Packs/cs/orgs.tsv", data_31, sizeof data_31 - 1},
  {"Packs/cs/values.tsv", data_32, sizeof data_32 - 1},
  {"Packs/da/cues.tsv", data_33, sizeof data_33 - 1},
  {"Packs/da/endings.tsv", data_34, sizeof data_34 - 1},
  {"Packs/da/labels.tsv", data_35, sizeof data_35 - 1},
  {"Packs/da/names.tsv", data_36, sizeof data_36 - 1},
  {"Packs/da/noise.tsv", data_37, sizeof data_37 - 1},
  {"Packs/da/orgs.tsv", data_38, sizeof data_38 - 1},
  {"Packs/da/values.tsv", data_39, sizeof data_39 - 1},
  {"Packs/de/cues.tsv", data_40, sizeof data_40 - 1},
  {"Packs/de/endings.tsv", data_41, sizeof data_41 - 1},
  {"Packs/de/labels.tsv", data_42, sizeof data_42 - 1},
  {"Packs/de/names.tsv", data_43, sizeof data_43 - 1},
  {"Packs/de/noise.tsv", data_44, sizeof data_44 - 1},
  {"Packs/de/orgs.tsv", data_45, sizeof data_45 - 1},
  {"Packs/de/values.tsv", data_46, sizeof data_46 - 1},
  {"Packs/el/cues.tsv", data_47, sizeof data_47 - 1},
  {"Packs/el/endings.tsv", data_48, sizeof data_48 - 1},
  {"Packs/el/labels.tsv", data_49, sizeof data_49 - 1},
  {"Packs/el/names.tsv", data_50, sizeof data_50 - 1},
  {"Packs/el/noise.tsv", data_51, sizeof data_51 - 1},
  {"Packs/el/orgs.tsv", data_52, sizeof data_52 - 1},
  {"Packs/el/values.tsv", data_53, sizeof data_53 - 1},
  {"Packs/en/cues.tsv", data_54, sizeof data_54 - 1},
  {"Packs/en/endings.tsv", data_55, sizeof data_55 - 1},
  {"Packs/en/labels.tsv", data_56, sizeof data_56 - 1},
  {"Packs/en/names.tsv", data_57, sizeof data_57 - 1},
  {"Packs/en/noise.tsv", data_58, sizeof data_58 - 1},
  {"Packs/en/orgs.tsv", data_59, sizeof data_59 - 1},
  {"Packs/en/values.tsv", data_60, sizeof data_60 - 1},
  {"Packs/es/cues.tsv", data_61, sizeof data_61 - 1},
  {"Packs/es/endings.tsv", data_62, sizeof data_62 - 1},
  {"Packs/es/labels.tsv", data_63, sizeof data_63 - 1},
  {"Packs/es/names.tsv", data_64, sizeof data_64 - 1},
  {"Packs/es/noise.tsv", data_65, sizeof data_65 - 1},
  {"Packs/es/orgs.tsv", data_66, sizeof data_66 - 1},
  {"Packs/es/values.tsv", data_67, sizeof data_67 - 1},
  {"Packs/et/cues.tsv", data_68, sizeof data_68 - 1},
  {"Packs/et/endings.tsv", data_69, sizeof data_69 - 1},
  {"Packs/et/labels.tsv", data_70, sizeof data_70 - 1},
  {"Packs/et/names.tsv", data_71, sizeof data_71 - 1},
  {"Packs/et/noise.tsv", data_72, sizeof data_72 - 1},
  {"Packs/et/orgs.tsv", data_73, sizeof data_73 - 1},
  {"Packs/et/values.tsv", data_74, sizeof data_74 - 1},
  {"Packs/fi/cues.tsv", data_75, sizeof data_75 - 1},
  {"Packs/fi/endings.tsv", data_76, sizeof data_76 - 1},
  {"Packs/fi/labels.tsv", data_77, sizeof data_77 - 1},
  {"Packs/fi/names.tsv", data_78, sizeof data_78 - 1},
  {"Packs/fi/noise.tsv", data_79, sizeof data_79 - 1},
  {"Packs/fi/orgs.tsv", data_80, sizeof data_80 - 1},
  {"Packs/fi/values.tsv", data_81, sizeof data_81 - 1},
  {"Packs/fr/cues.tsv", data_82, sizeof data_82 - 1},
  {"Packs/fr/endings.tsv", data_83, sizeof data_83 - 1},
  {"Packs/fr/labels.tsv", data_84, sizeof data_84 - 1},
  {"Packs/fr/names.tsv", data_85, sizeof data_85 - 1},
  {"Packs/fr/noise.tsv", data_86, sizeof data_86 - 1},
  {"Packs/fr/orgs.tsv", data_87, sizeof data_87 - 1},
  {"Packs/fr/values.tsv", data_88, sizeof data_88 - 1},
  {"Packs/ga/cues.tsv", data_89, sizeof data_89 - 1},
  {"Packs/ga/endings.tsv", data_90, sizeof data_90 - 1},
  {"Packs/ga/labels.tsv", data_91, sizeof data_91 - 1},
  {"Packs/ga/names.tsv", data_92, sizeof data_92 - 1},
  {"Packs/ga/noise.tsv", data_93, sizeof data_93 - 1},
  {"Packs/ga/orgs.tsv", data_94, sizeof data_94 - 1},
  {"Packs/ga/values.tsv", data_95, sizeof data_95 - 1},
  {"Packs/hr/cues.tsv", data_96, sizeof data_96 - 1},
  {"Packs/hr/endings.tsv", data_97, sizeof data_97 - 1},
  {"Packs/hr/labels.tsv", data_98, sizeof data_98 - 1},
  {"Packs/hr/names.tsv", data_99, sizeof data_99 - 1},
  {"Packs/hr/noise.tsv", data_100, sizeof data_100 - 1},
  {"Packs/hr/orgs.tsv", data_101, sizeof data_101 - 1},
  {"Packs/hr/values.tsv", data_102, sizeof data_102 - 1},
  {"Packs/hu/cues.tsv", data_103, sizeof data_103 - 1},
  {"Packs/hu/endings.tsv", data_104, sizeof data_104 - 1},
  {"Packs/hu/labels.tsv", data_105, sizeof data_105 - 1},
  {"Packs/hu/names.tsv", data_106, sizeof data_106 - 1},
  {"Packs/hu/noise.tsv", data_107, sizeof data_107 - 1},
  {"Packs/hu/orgs.tsv", data_108, sizeof data_108 - 1},
  {"Packs/hu/values.tsv", data_109, sizeof data_109 - 1},
  {"Packs/is/cues.tsv", data_110, sizeof data_110 - 1},
  {"Packs/is/endings.tsv", data_111, sizeof data_111 - 1},
  {"Packs/is/labels.tsv", data_112, sizeof data_112 - 1},
  {"Packs/is/names.tsv", data_113, sizeof data_113 - 1},
  {"Packs/is/noise.tsv", data_114, sizeof data_114 - 1},
  {"Packs/is/orgs.tsv", data_115, sizeof data_115 - 1},
  {"Packs/is/values.tsv", data_116, sizeof data_116 - 1},
  {"Packs/it/cues.tsv", data_117, sizeof data_117 - 1},
  {"Packs/it/endings.tsv", data_118, sizeof data_118 - 1},
  {"Packs/it/labels.tsv", data_119, sizeof data_119 - 1},
  {"Packs/it/names.tsv", data_120, sizeof data_120 - 1},
  {"Packs/it/noise.tsv", data_121, sizeof data_121 - 1},
  {"Packs/it/orgs.tsv", data_122, sizeof data_122 - 1},
  {"Packs/it/values.tsv", data_123, sizeof data_123 - 1},
  {"Packs/lt/cues.tsv", data_124, sizeof data_124 - 1},
  {"Packs/lt/endings.tsv", data_125, sizeof data_125 - 1},
  {"Packs/lt/labels.tsv", data_126, sizeof data_126 - 1},
  {"Packs/lt/names.tsv", data_127, sizeof data_127 - 1},
  {"Packs/lt/noise.tsv", data_128, sizeof data_128 - 1},
  {"Packs/lt/orgs.tsv", data_129, sizeof data_129 - 1},
  {"Packs/lt/values.tsv", data_130, sizeof data_130 - 1},
  {"Packs/lv/cues.tsv", data_131, sizeof data_131 - 1},
  {"Packs/lv/endings.tsv", data_132, sizeof data_132 - 1},
  {"Packs/lv/labels.tsv", data_133, sizeof data_133 - 1},
  {"Packs/lv/names.tsv", data_134, sizeof data_134 - 1},
  {"Packs/lv/noise.tsv", data_135, sizeof data_135 - 1},
  {"Packs/lv/orgs.tsv", data_136, sizeof data_136 - 1},
  {"Packs/lv/values.tsv", data_137, sizeof data_137 - 1},
  {"Packs/mt/cues.tsv", data_138, sizeof data_138 - 1},
  {"Packs/mt/endings.tsv", data_139, sizeof data_139 - 1},
  {"Packs/mt/labels.tsv", data_140, sizeof data_140 - 1},
  {"Packs/mt/names.tsv", data_141, sizeof data_141 - 1},
  {"Packs/mt/noise.tsv", data_142, sizeof data_142 - 1},
  {"Packs/mt/orgs.tsv", data_143, sizeof data_143 - 1},
  {"Packs/mt/values.tsv", data_144, sizeof data_144 - 1},
  {"Packs/mul/countries.tsv", data_145, sizeof data_145 - 1},
  {"Packs/mul/cues.tsv", data_146, sizeof data_146 - 1},
  {"Packs/mul/domains.tsv", data_147, sizeof data_147 - 1},
  {"Packs/mul/names.tsv", data_148, sizeof data_148 - 1},
  {"Packs/mul/orgs.tsv", data_149, sizeof data_149 - 1},
  {"Packs/mul/values.tsv", data_150, sizeof data_150 - 1},
  {"Packs/nb/cues.tsv", data_151, sizeof data_151 - 1},
  {"Packs/nb/endings.tsv", data_152, sizeof data_152 - 1},
  {"Packs/nb/labels.tsv", data_153, sizeof data_153 - 1},
  {"Packs/nb/names.tsv", data_154, sizeof data_154 - 1},
  {"Packs/nb/noise.tsv", data_155, sizeof data_155 - 1},
  {"Packs/nb/orgs.tsv", data_156, sizeof data_156 - 1},
  {"Packs/nb/values.tsv", data_157, sizeof data_157 - 1},
  {"Packs/nl/cues.tsv", data_158, sizeof data_158 - 1},
  {"Packs/nl/endings.tsv", data_159, sizeof data_159 - 1},
  {"Packs/nl/labels.tsv", data_160, sizeof data_160 - 1},
  {"Packs/nl/names.tsv", data_161, sizeof data_161 - 1},
  {"Packs/nl/noise.tsv", data_162, sizeof data_162 - 1},
  {"Packs/nl/orgs.tsv", data_163, sizeof data_163 - 1},
  {"Packs/nl/values.tsv", data_164, sizeof data_164 - 1},
  {"Packs/pl/cues.tsv", data_165, sizeof data_165 - 1},
  {"Packs/pl/endings.tsv", data_166, sizeof data_166 - 1},
  {"Packs/pl/labels.tsv", data_167, sizeof data_167 - 1},
  {"Packs/pl/names.tsv", data_168, sizeof data_168 - 1},
  {"Packs/pl/noise.tsv", data_169, sizeof data_169 - 1},
  {"Packs/pl/orgs.tsv", data_170, sizeof data_170 - 1},
  {"Packs/pl/values.tsv", data_171, sizeof data_171 - 1},
  {"Packs/pt/cues.tsv", data_172, sizeof data_172 - 1},
  {"Packs/pt/endings.tsv", data_173, sizeof data_173 - 1},
  {"Packs/pt/labels.tsv", data_174, sizeof data_174 - 1},
  {"Packs/pt/names.tsv", data_175, sizeof data_175 - 1},
  {"Packs/pt/noise.tsv", data_176, sizeof data_176 - 1},
  {"Packs/pt/orgs.tsv", data_177, sizeof data_177 - 1},
  {"Packs/pt/values.tsv", data_178, sizeof data_178 - 1},
  {"Packs/ro/cues.tsv", data_179, sizeof data_179 - 1},
  {"Packs/ro/endings.tsv", data_180, sizeof data_180 - 1},
  {"Packs/ro/labels.tsv", data_181, sizeof data_181 - 1},
  {"Packs/ro/names.tsv", data_182, sizeof data_182 - 1},
  {"Packs/ro/noise.tsv", data_183, sizeof data_183 - 1},
  {"Packs/ro/orgs.tsv", data_184, sizeof data_184 - 1},
  {"Packs/ro/values.tsv", data_185, sizeof data_185 - 1},
  {"Packs/sk/cues.tsv", data_186, sizeof data_186 - 1},
  {"Packs/sk/endings.tsv", data_187, sizeof data_187 - 1},
  {"Packs/sk/labels.tsv", data_188, sizeof data_188 - 1},
  {"Packs/sk/names.tsv", data_189, sizeof data_189 - 1},
  {"Packs/sk/noise.tsv", data_190, sizeof data_190 - 1},
  {"Packs/sk/orgs.tsv", data_191, sizeof data_191 - 1},
  {"Packs/sk/values.tsv", data_192, sizeof data_192 - 1},
  {"Packs/sl/cues.tsv", data_193, sizeof data_193 - 1},
  {"Packs/sl/endings.tsv", data_194, sizeof data_194 - 1},
  {"Packs/sl/labels.tsv", data_195, sizeof data_195 - 1},
  {"Packs/sl/names.tsv", data_196, sizeof data_196 - 1},
  {"Packs/sl/noise.tsv", data_197, sizeof data_197 - 1},
  {"Packs/sl/orgs.tsv", data_198, sizeof data_198 - 1},
  {"Packs/sl/values.tsv", data_199, sizeof data_199 - 1},
  {"Packs/sv/cues.tsv", data_200, sizeof data_200 - 1},
  {"Packs/sv/endings.tsv", data_201, sizeof data_201 - 1},
  {"Packs/sv/labels.tsv", data_202, sizeof data_202 - 1},
  {"Packs/sv/names.tsv", data_203, sizeof data_203 - 1},
  {"Packs/sv/noise.tsv", data_204, sizeof data_204 - 1},
  {"Packs/sv/orgs.tsv", data_205, sizeof data_205 - 1},
  {"Packs/sv/values.tsv", data_206, sizeof data_206 - 1},
  {"Packs/uk/cues.tsv", data_207, sizeof data_207 - 1},
  {"Packs/uk/endings.tsv", data_208, sizeof data_208 - 1},
  {"Packs/uk/labels.tsv", data_209, sizeof data_209 - 1},
  {"Packs/uk/names.tsv", data_210, sizeof data_210 - 1},
  {"Packs/uk/noise.tsv", data_211, sizeof data_211 - 1},
  {"Packs/uk/orgs.tsv", data_212, sizeof data_212 - 1},
  {"Packs/uk/values.tsv", data_213, sizeof data_213 - 1},
  {"queries/bridges.cypher", data_214, sizeof data_214 - 1},
  {"queries/conflicts.cypher", data_215, sizeof data_215 - 1},
  {"queries/contacts-of.cypher", data_216, sizeof data_216 - 1},
  {"queries/countries-together.cypher", data_217, sizeof data_217 - 1},
  {"queries/facts-of.cypher", data_218, sizeof data_218 - 1},
  {"queries/how-connected.cypher", data_219, sizeof data_219 - 1},
  {"queries/languages-of.cypher", data_220, sizeof data_220 - 1},
  {"queries/largest-projects.cypher", data_221, sizeof data_221 - 1},
  {"queries/leads-by-kind.cypher", data_222, sizeof data_222 - 1},
  {"queries/money-by-programme.cypher", data_223, sizeof data_223 - 1},
  {"queries/never-lead.cypher", data_224, sizeof data_224 - 1},
  {"queries/one-source.cypher", data_225, sizeof data_225 - 1},
  {"queries/partners-by-country.cypher", data_226, sizeof data_226 - 1},
  {"queries/partners-of.cypher", data_227, sizeof data_227 - 1},
  {"queries/projects-by-year.cypher", data_228, sizeof data_228 - 1},
  {"queries/projects-in-region.cypher", data_229, sizeof data_229 - 1},
  {"queries/projects-of.cypher", data_230, sizeof data_230 - 1},
  {"queries/running-projects.cypher", data_231, sizeof data_231 - 1},
  {"queries/shared-partners.cypher", data_232, sizeof data_232 - 1},
  {"queries/sources-of.cypher", data_233, sizeof data_233 - 1},
  {"queries/who-funds.cypher", data_234, sizeof data_234 - 1},
};

const struct seos_data_file *seos_data_files(size_t *count) {
  *count = sizeof files / sizeof *files;
  return files;
}
