/// What the C library keeps of memory that the program has given back.
#pragma once

/// From now on, large pieces of memory go back to the system as soon as they are free. Without this, arrays that have
/// grown leave holes behind that nothing fits into. Does nothing where the C library has no such choice.
void cmemory_return_large(void);

/// Gives all memory that is free, and kept for later, back to the system.
void cmemory_release(void);
