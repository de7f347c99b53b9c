#include "CICUConvert.h"

#include <stdlib.h>
#include <string.h>
#include <unicode/uchar.h>
#include <unicode/ucnv.h>
#include <unicode/unorm2.h>
#include <unicode/ustring.h>
#include <unicode/utf16.h>

int32_t seos_convert_byte_table(const char *name, uint32_t table[256]) {
    UErrorCode status = U_ZERO_ERROR;
    UConverter *converter = ucnv_open(name, &status);
    if (U_FAILURE(status)) return -1;
    if (ucnv_getMaxCharSize(converter) != 1) {
        ucnv_close(converter);
        return -1;
    }
    ucnv_setToUCallBack(converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
    for (int byte = 0; byte < 256; byte++) {
        char source = (char)byte;
        UChar target[4];
        UErrorCode one = U_ZERO_ERROR;
        int32_t n = ucnv_toUChars(converter, target, 4, &source, 1, &one);
        if (U_FAILURE(one) || n < 1) {
            table[byte] = UINT32_MAX;
            continue;
        }
        int32_t i = 0;
        UChar32 c;
        U16_NEXT(target, i, n, c);
        table[byte] = c == 0xFFFD ? UINT32_MAX : (uint32_t)c;
    }
    ucnv_close(converter);
    return 0;
}

int64_t seos_convert_to_utf8(
    const char *name, const uint8_t *bytes, int64_t length, uint8_t *out, int64_t capacity, int64_t *replaced) {
    UErrorCode status = U_ZERO_ERROR;
    *replaced = 0;
    UConverter *from = ucnv_open(name, &status);
    UConverter *to = ucnv_open("UTF-8", &status);
    if (U_FAILURE(status)) {
        if (from) ucnv_close(from);
        if (to) ucnv_close(to);
        return -1;
    }
    const char *source = (const char *)bytes;
    char *target = (char *)out;
    UChar pivot[2048];
    UChar *pivotSource = pivot, *pivotTarget = pivot;
    ucnv_convertEx(
        to, from, &target, (const char *)out + capacity, &source, (const char *)bytes + length, pivot, &pivotSource,
        &pivotTarget, pivot + 2048, 1, 1, &status);
    ucnv_close(from);
    ucnv_close(to);
    if (status == U_BUFFER_OVERFLOW_ERROR) return -2;
    if (U_FAILURE(status)) return -1;
    int64_t written = (uint8_t *)target - out;
    for (int64_t i = 0; i + 2 < written; i++) {
        if (out[i] == 0xEF && out[i + 1] == 0xBF && out[i + 2] == 0xBD) (*replaced)++;
    }
    return written;
}

static UChar *toUTF16(const uint8_t *bytes, int64_t length, int32_t *units) {
    if (length < 0 || length > INT32_MAX / 4) return NULL;
    UChar *text = malloc(sizeof(UChar) * (size_t)(length + 1));
    if (!text) return NULL;
    UErrorCode status = U_ZERO_ERROR;
    u_strFromUTF8(text, (int32_t)length + 1, units, (const char *)bytes, (int32_t)length, &status);
    if (U_FAILURE(status)) {
        free(text);
        return NULL;
    }
    return text;
}

int32_t seos_nfc_quick_check(const uint8_t *bytes, int64_t length) {
    int32_t units = 0;
    UChar *text = toUTF16(bytes, length, &units);
    if (!text) return 0;
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    // Not unorm2_isNormalized, which orders marks to be sure and is quadratic on long runs of them.
    UNormalizationCheckResult result = U_SUCCESS(status) ? unorm2_quickCheck(nfc, text, units, &status) : UNORM_NO;
    free(text);
    return U_SUCCESS(status) && result == UNORM_YES;
}

/// ICU inserts marks one by one, which is quadratic on a run of marks in changing classes. Sorting long runs first, by
/// class and without changing the order inside a class, is the same text by definition and leaves ICU nothing to move.
static void orderLongRuns(UChar *text, int32_t units) {
    enum { tolerable = 64 };
    int32_t i = 0;
    while (i < units) {
        int32_t start = i, marks = 0;
        while (i < units) {
            int32_t next = i;
            UChar32 c;
            U16_NEXT(text, next, units, c);
            if (c < 0x300 || u_getCombiningClass(c) == 0) break;
            i = next;
            marks++;
        }
        if (marks > tolerable) {
            UChar *sorted = malloc(sizeof(UChar) * (size_t)(i - start));
            if (!sorted) return;
            int32_t count[257] = {0};
            for (int32_t k = start; k < i;) {
                int32_t at = k;
                UChar32 c;
                U16_NEXT(text, k, i, c);
                count[u_getCombiningClass(c) + 1] += k - at;
            }
            for (int class = 0; class < 256; class++) count[class + 1] += count[class];
            for (int32_t k = start; k < i;) {
                int32_t at = k;
                UChar32 c;
                U16_NEXT(text, k, i, c);
                int32_t *slot = &count[u_getCombiningClass(c)];
                memcpy(sorted + *slot, text + at, sizeof(UChar) * (size_t)(k - at));
                *slot += k - at;
            }
            memcpy(text + start, sorted, sizeof(UChar) * (size_t)(i - start));
            free(sorted);
        }
        if (i == start) U16_FWD_1(text, i, units);
    }
}

int64_t seos_nfc(const uint8_t *bytes, int64_t length, uint8_t *out, int64_t capacity) {
    int32_t units = 0;
    UChar *text = toUTF16(bytes, length, &units);
    if (!text) return -1;
    orderLongRuns(text, units);
    UErrorCode status = U_ZERO_ERROR;
    const UNormalizer2 *nfc = unorm2_getNFCInstance(&status);
    // Form C can be longer than its source, three times at worst in UTF-16.
    int32_t room = units + units / 8 + 64;
    UChar *normal = NULL;
    int32_t n = 0;
    for (int attempt = 0; attempt < 2; attempt++) {
        UChar *grown = realloc(normal, sizeof(UChar) * (size_t)room);
        if (!grown) {
            free(normal);
            free(text);
            return -1;
        }
        normal = grown;
        status = U_ZERO_ERROR;
        n = unorm2_normalize(nfc, text, units, normal, room, &status);
        if (status != U_BUFFER_OVERFLOW_ERROR) break;
        room = n + 1;
    }
    free(text);
    int32_t written = 0;
    if (U_SUCCESS(status)) {
        status = U_ZERO_ERROR;
        int32_t limit = capacity > INT32_MAX ? INT32_MAX : (int32_t)capacity;
        u_strToUTF8((char *)out, limit, &written, normal, n, &status);
    }
    free(normal);
    if (status == U_STRING_NOT_TERMINATED_WARNING) status = U_ZERO_ERROR;
    return U_FAILURE(status) ? -1 : written;
}
