/* What the tests of readers ask of the faults they get. */
#ifndef TESTS_SAID_H
#define TESTS_SAID_H

#include <stdbool.h>
#include <string.h>

#include "engine/fault.h"

/* Whether a fault names this file and line and holds this part of a message. */
static inline bool said(const struct faults *faults, const char *file, int line, const char *part)
{
    for (int i = 0; i < faults->count; i++) {
        const struct fault *fault = &faults->fault[i];
        if (strcmp(fault->file, file) == 0 && fault->line == line &&
            strstr(fault->message, part) != NULL)
            return true;
    }
    return false;
}

/* What was said first, for the message of a failing test. */
static inline const char *said_first(const struct faults *faults)
{
    return faults->count == 0 ? "nothing" : faults->fault[0].message;
}

#endif
