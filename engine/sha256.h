/* SHA-256 (FIPS 180-4, section 6.2), for the fingerprint of a scenario and of files. */
#ifndef ENGINE_SHA256_H
#define ENGINE_SHA256_H

#include <stddef.h>

enum { SHA256_SIZE = 65 }; /* 64 hexadecimal digits and '\0' */

/* Writes the digest of `size` bytes as lower-case hexadecimal digits; returns out. */
char *sha256_hex(const void *bytes, size_t size, char out[SHA256_SIZE]);

#endif
