#pragma once

/// What CLDR knows of a language, as lines of "class TAB key TAB form", UTF-8, to be freed with free():
/// `month 1…12`, `weekday 1…7` (1 Sunday), `currency <ISO 4217>` (every plural form), `magnitude 3|6|9|12`
/// (long and short words beside a number), `word 0…100, 200…1000` (numbers spelt out), `decimal -`, `group -`. NULL when ICU does not know the locale.
char *seos_icu_locale_table(const char *locale);

/// Dates and periods as ICU itself writes them in a locale, for tests that read them back: lines of
/// "first day TAB last day TAB text" (ISO 8601), to be freed with free(). NULL when ICU does not know the locale.
char *seos_icu_date_samples(const char *locale);

/// The names of all countries in a language, as lines of "territory TAB ISO 3166 TAB name", to be freed with free().
char *seos_icu_territory_table(const char *locale);

/// The country a language is most likely written in (ISO 3166, upper case), by CLDR's likely subtags; empty when ICU does
/// not know. `region` takes at least four bytes.
void seos_icu_likely_region(const char *language, char *region);

/// The ISO 4217 codes of today and those that the euro replaced, three letters each without separators, to be freed with free().
char *seos_icu_currency_codes(void);

/// Amounts of money, numbers and percentages as ICU writes them in a locale, for tests that read them back: lines of
/// "money|number|percent TAB value [ISO 4217] TAB text", to be freed with free(). Two decimals in the value.
char *seos_icu_amount_samples(const char *locale);

/// Numbers in words from 13 to 999 as ICU spells them in a locale: lines of "number TAB value TAB text", to be freed with
/// free(). NULL when ICU has no rules.
char *seos_icu_spellout_samples(const char *locale);

/// Relative dates as ICU writes them in a locale: lines of "unit TAB offset TAB text", to be freed with free(). Unit is
/// day, week, month, year, weekday1 (Monday) … weekday7 for words ("next week"), days, weeks, months, years for counts
/// ("in 3 weeks"). NULL when ICU does not know the locale.
char *seos_icu_relative_samples(const char *locale);

/// Today's money of all countries, as lines of "ISO 3166 [ISO 4217]", to be freed with free().
char *seos_icu_country_currencies(void);
