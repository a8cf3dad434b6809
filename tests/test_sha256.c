#include "engine/sha256.h"

#include <criterion/criterion.h>
#include <stdlib.h>
#include <string.h>

/* Digests from NIST's examples for FIPS 180-4 ("SHA256.pdf" and the Cryptographic Algorithm
 * Validation Program's SHA256ShortMsg). */
Test(sha256, agrees_with_the_standards_examples)
{
    static const struct {
        const char *text, *digest;
    } examples[] = {
        { "", "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855" },
        { "abc", "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
        { "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq",
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1" },
        { "abcdefghbcdefghicdefghijdefghijkefghijklfghijklmghijklmn"
          "hijklmnoijklmnopjklmnopqklmnopqrlmnopqrsmnopqrstnopqrstu",
          "cf5b16a778af8380036ce59e7b0492370b249b11e8f07a51afac45037afee9d1" },
    };
    char out[SHA256_SIZE];
    for (size_t i = 0; i < sizeof examples / sizeof *examples; i++)
        cr_expect_str_eq(sha256_hex(examples[i].text, strlen(examples[i].text), out),
                         examples[i].digest);
}

/* FIPS 180-2, appendix B.3. */
Test(sha256, digests_a_million_letters)
{
    char *letters = malloc(1000000), out[SHA256_SIZE];
    memset(letters, 'a', 1000000);
    cr_expect_str_eq(sha256_hex(letters, 1000000, out),
                     "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
    free(letters);
}

/* 55 bytes are the most that share their block with the padding. Digests by GNU coreutils'
 * sha256sum. */
Test(sha256, pads_across_the_edge_of_a_block)
{
    static const struct {
        size_t size;
        const char *digest;
    } edges[] = {
        { 55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318" },
        { 56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a" },
        { 63, "7d3e74a05d7db15bce4ad9ec0658ea98e3f06eeecf16b4c6fff2da457ddc2f34" },
        { 64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb" },
        { 65, "635361c48bb9eab14198e76ea8ab7f1a41685d6ad62aa9146d301d4f17eb0ae0" },
        { 119, "31eba51c313a5c08226adf18d4a359cfdfd8d2e816b13f4af952f7ea6584dcfb" },
        { 120, "2f3d335432c70b580af0e8e1b3674a7c020d683aa5f73aaaedfdc55af904c21c" },
    };
    char letters[200], out[SHA256_SIZE];
    memset(letters, 'a', sizeof letters);
    for (size_t i = 0; i < sizeof edges / sizeof *edges; i++)
        cr_expect_str_eq(sha256_hex(letters, edges[i].size, out), edges[i].digest);
}
