#pragma once

/// What CLDR knows of a language, as lines of "class TAB key TAB form", UTF-8, to be freed with free():
/// `month 1…12`, `weekday 1…7` (1 Sunday), `currency <ISO 4217>` (every plural form and the symbol), `magnitude 3|6|9|12`
/// (long and short words beside a number), `territory <ISO 3166>`, `decimal -`, `group -`.
/// NULL when ICU does not know the locale.
char *seos_icu_locale_table(const char *locale);
