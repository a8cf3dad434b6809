/* What libFuzzer calls, and tests/fuzz/replay.c where there is no libFuzzer. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Tries one input; aborts with a sentence on standard error where a property does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

#endif
