/* A streaming writer of JSON: nothing is held in memory, and what is written is always well formed.
 *
 * A value inside an object has a name, a value inside an array has none (NULL). Objects and arrays
 * stand on lines of their own, indented by two blanks; whatever is opened with json_row is written
 * on one line, with all that it holds. Write errors stay with the stream (ferror). */
#ifndef ENGINE_JSON_H
#define ENGINE_JSON_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>

enum { JSON_DEPTH = 16 };

struct json {
    FILE *out;
    int depth;               /* open objects and arrays, at most JSON_DEPTH */
    int row;                 /* depth at which a row was opened; 0: none is open */
    char close[JSON_DEPTH];  /* the bracket that closes each */
    bool filled[JSON_DEPTH]; /* whether it holds something already */
};

/* A writer to `out`; nothing is written yet. */
struct json json_start(FILE *out);

void json_object(struct json *json, const char *name);
void json_array(struct json *json, const char *name);
/* An object written on one line. */
void json_row(struct json *json, const char *name);
/* Closes what was opened last; the outermost one is followed by a line feed. */
void json_end(struct json *json);

/* UTF-8 passes through, control characters are escaped; a byte that is not UTF-8 becomes U+FFFD.
 * NULL is written as null. */
void json_text(struct json *json, const char *name, const char *text);
/* The shortest digits that read back the same (engine/number.h); what is not finite is null. */
void json_number(struct json *json, const char *name, double number);
void json_count(struct json *json, const char *name, uint64_t count);
void json_integer(struct json *json, const char *name, int64_t integer);
void json_flag(struct json *json, const char *name, bool flag);
/* [low, high] on one line. */
void json_pair(struct json *json, const char *name, double low, double high);

#endif
