#include "CMemory.h"

#include <stdlib.h>

#if defined(__GLIBC__)
#include <malloc.h>
#endif

void cmemory_return_large(void) {
#if defined(__GLIBC__)
    mallopt(M_MMAP_THRESHOLD, 1 << 20);
#endif
}

void cmemory_release(void) {
#if defined(__GLIBC__)
    malloc_trim(0);
#endif
}
