/* What libFuzzer calls, and tests/fuzz/replay.c where there is no libFuzzer. */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>

/* Tries one input; aborts with a sentence on standard error where a property does not hold. */
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

/* Mutations of scenarios (tests/fuzz/mutate.c), which libFuzzer calls with room for `room` bytes
 * and a random number; each returns the new size. */
size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room, unsigned seed);
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t room, unsigned seed);
/* libFuzzer's own mutations. */
size_t LLVMFuzzerMutate(uint8_t *bytes, size_t size, size_t room);

#endif
