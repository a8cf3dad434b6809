/* Numbers as text: the one way they are written for machines (scenario, JSON, CSV), and strict
 * reading of those a user types as a flag. All of it expects the C locale, which the program never
 * leaves. */
#ifndef ENGINE_NUMBER_H
#define ENGINE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>

enum { NUMBER_SIZE = 32 }; /* room for any formatted number with its '\0' */

/* Writes the shortest digits that read back as the same bits ("0.1", "1e+300", "-0", "3") and
 * returns their length. The value must be finite. */
int number_format(char *out, size_t size, double value);

/* Reads a whole text as a whole number: an optional '-', then digits, nothing else; within 64 bits.
 */
bool number_parse_count(const char *text, long long *out);
/* Reads a whole text as a finite decimal number ("0.5", ".5", "1e-3"): no blanks, no hexadecimal,
 * no "nan". A number too small for a double becomes 0. */
bool number_parse_real(const char *text, double *out);

#endif
