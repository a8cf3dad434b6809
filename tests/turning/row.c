#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "turning.h"

enum { CELLS = 8 };

static bool row_wrong(int line, const char *what, bool *sound)
{
    printf("docs/sources.md:%d: %s\n", line, what);
    *sound = false;
    return false;
}

/* Takes blanks and the marks of code from both ends. */
static char *row_trim(char *cell)
{
    static const char blank[] = " `";
    cell += strspn(cell, blank);
    size_t length = strlen(cell);
    while (length > 0 && strchr(blank, cell[length - 1]) != NULL)
        cell[--length] = '\0';
    return cell;
}

/* The cells between the bars; how many there are. */
static int row_split(char *text, char *cell[CELLS])
{
    int count = 0;
    for (char *at = strtok(text + 1, "|"); at != NULL && count < CELLS; at = strtok(NULL, "|")) {
        at[strcspn(at, "\n")] = '\0';
        cell[count++] = row_trim(at);
    }
    return count;
}

/* "PATH = A -> B", or "PATH = A" for both sides. */
static bool row_set(struct turning *turning, char *text)
{
    char *values = strstr(text, " = ");
    if (values == NULL || turning->sets == TURNING_SETS)
        return false;
    *values = '\0';
    values += strlen(" = ");
    char *arrow = strstr(values, " -> "), *other = values;
    if (arrow != NULL) {
        *arrow = '\0';
        other = arrow + strlen(" -> ");
    }
    int at = turning->sets++;
    snprintf(turning->before[at], sizeof turning->before[at], "%s=%s", row_trim(text),
             row_trim(values));
    snprintf(turning->after[at], sizeof turning->after[at], "%s=%s", row_trim(text),
             row_trim(other));
    return true;
}

bool turning_read(const char *text, int line, struct turning *turning, bool *sound)
{
    char copy[2048], *cell[CELLS];
    *turning = (struct turning){ .line = line };
    if (sscanf(text, "| %d |", &turning->number) != 1)
        return false;
    if (strlen(text) >= sizeof copy)
        return row_wrong(line, "a longer row than the test reads", sound);
    memcpy(copy, text, strlen(text) + 1);
    if (row_split(copy, cell) != CELLS)
        return row_wrong(line, "found other than 8 cells", sound);
    snprintf(turning->scenario, sizeof turning->scenario, "%s", cell[3]);
    snprintf(turning->figure, sizeof turning->figure, "%s", cell[5]);
    snprintf(turning->by, sizeof turning->by, "%s", cell[7]);
    turning->fact = strcmp(cell[4], "-") == 0;
    if (turning->fact)
        return true;
    for (char *set = strtok(cell[4], ";"); set != NULL; set = strtok(NULL, ";"))
        if (!row_set(turning, set))
            return row_wrong(line, "expected PATH = A -> B; ...", sound);
    turning->rises = strcmp(cell[6], "rises") == 0;
    turning->stays = strcmp(cell[6], "stays") == 0;
    if (!turning->rises && !turning->stays && strcmp(cell[6], "falls") != 0)
        return row_wrong(line, "expected that the figure `rises`, `falls` or `stays`", sound);
    return true;
}
