/* Compares a tree with the text of a scenario. */
#ifndef TESTS_WRITTEN_H
#define TESTS_WRITTEN_H

#include <criterion/criterion.h>
#include <stdlib.h>

#include "engine/libconfig.h"
#include "engine/writer.h"
#include "tests/said.h"

/* Expects that the tree is written as the text is when it has been read. */
static inline void written_expect(const struct node *root, const char *expected)
{
    struct faults faults = { 0 };
    struct node *read = libconfig_read_text(expected, "expected", &faults);
    cr_assert_not_null(read, "%s", said_first(&faults));
    char *left = writer_text(root), *right = writer_text(read);
    cr_expect_str_eq(left, right);
    free(left);
    free(right);
    tree_free(read);
}

#endif
