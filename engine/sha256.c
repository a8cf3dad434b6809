#include "engine/sha256.h"

#include <stdint.h>
#include <stdio.h>
#include <string.h>

enum { SHA256_BLOCK = 64 };

/* FIPS 180-4, section 4.2.2: fractional parts of the cube roots of the first 64 primes. */
static const uint32_t sha256_constant[64] = {
    0x428a2f98, 0x71374491, 0xb5c0fbcf, 0xe9b5dba5, 0x3956c25b, 0x59f111f1, 0x923f82a4, 0xab1c5ed5,
    0xd807aa98, 0x12835b01, 0x243185be, 0x550c7dc3, 0x72be5d74, 0x80deb1fe, 0x9bdc06a7, 0xc19bf174,
    0xe49b69c1, 0xefbe4786, 0x0fc19dc6, 0x240ca1cc, 0x2de92c6f, 0x4a7484aa, 0x5cb0a9dc, 0x76f988da,
    0x983e5152, 0xa831c66d, 0xb00327c8, 0xbf597fc7, 0xc6e00bf3, 0xd5a79147, 0x06ca6351, 0x14292967,
    0x27b70a85, 0x2e1b2138, 0x4d2c6dfc, 0x53380d13, 0x650a7354, 0x766a0abb, 0x81c2c92e, 0x92722c85,
    0xa2bfe8a1, 0xa81a664b, 0xc24b8b70, 0xc76c51a3, 0xd192e819, 0xd6990624, 0xf40e3585, 0x106aa070,
    0x19a4c116, 0x1e376c08, 0x2748774c, 0x34b0bcb5, 0x391c0cb3, 0x4ed8aa4a, 0x5b9cca4f, 0x682e6ff3,
    0x748f82ee, 0x78a5636f, 0x84c87814, 0x8cc70208, 0x90befffa, 0xa4506ceb, 0xbef9a3f7, 0xc67178f2,
};

static uint32_t sha256_rotate(uint32_t word, int bits)
{
    return word >> bits | word << (32 - bits);
}

static void sha256_schedule(const unsigned char *block, uint32_t schedule[64])
{
    for (int t = 0; t < 16; t++)
        schedule[t] = (uint32_t)block[4 * t] << 24 | (uint32_t)block[4 * t + 1] << 16 |
                      (uint32_t)block[4 * t + 2] << 8 | block[4 * t + 3];
    for (int t = 16; t < 64; t++) {
        uint32_t early = schedule[t - 15], late = schedule[t - 2];
        uint32_t s0 = sha256_rotate(early, 7) ^ sha256_rotate(early, 18) ^ early >> 3;
        uint32_t s1 = sha256_rotate(late, 17) ^ sha256_rotate(late, 19) ^ late >> 10;
        schedule[t] = schedule[t - 16] + s0 + schedule[t - 7] + s1;
    }
}

/* The working variables a to h of the standard are word[0] to word[7]. */
static void sha256_compress(uint32_t state[8], const unsigned char *block)
{
    uint32_t schedule[64], word[8];
    sha256_schedule(block, schedule);
    memcpy(word, state, sizeof word);
    for (int t = 0; t < 64; t++) {
        uint32_t a = word[0], e = word[4];
        uint32_t s1 = sha256_rotate(e, 6) ^ sha256_rotate(e, 11) ^ sha256_rotate(e, 25);
        uint32_t choice = (e & word[5]) ^ (~e & word[6]);
        uint32_t first = word[7] + s1 + choice + sha256_constant[t] + schedule[t];
        uint32_t s0 = sha256_rotate(a, 2) ^ sha256_rotate(a, 13) ^ sha256_rotate(a, 22);
        uint32_t majority = (a & word[1]) ^ (a & word[2]) ^ (word[1] & word[2]);
        memmove(word + 1, word, 7 * sizeof *word);
        word[4] += first;
        word[0] = first + s0 + majority;
    }
    for (int i = 0; i < 8; i++)
        state[i] += word[i];
}

/* Section 5.1.1: a one bit, zeros, and the length in bits as 64 bits, at the end of a block. */
static void sha256_finish(uint32_t state[8], const unsigned char *rest, size_t left, uint64_t size)
{
    unsigned char block[2 * SHA256_BLOCK] = { 0 };
    size_t bytes = left + 9 <= SHA256_BLOCK ? SHA256_BLOCK : 2 * SHA256_BLOCK;
    memcpy(block, rest, left);
    block[left] = 0x80;
    for (size_t i = 0; i < 8; i++)
        block[bytes - 1 - i] = (unsigned char)(size * 8 >> 8 * i);
    for (size_t start = 0; start < bytes; start += SHA256_BLOCK)
        sha256_compress(state, block + start);
}

char *sha256_hex(const void *bytes, size_t size, char out[SHA256_SIZE])
{
    /* Section 5.3.3. */
    uint32_t state[8] = { 0x6a09e667, 0xbb67ae85, 0x3c6ef372, 0xa54ff53a,
                          0x510e527f, 0x9b05688c, 0x1f83d9ab, 0x5be0cd19 };
    const unsigned char *at = bytes;
    size_t left = size;
    for (; left >= SHA256_BLOCK; left -= SHA256_BLOCK, at += SHA256_BLOCK)
        sha256_compress(state, at);
    sha256_finish(state, at, left, size);
    for (int i = 0; i < 8; i++)
        snprintf(out + 8 * i, 9, "%08lx", (unsigned long)state[i]);
    return out;
}
