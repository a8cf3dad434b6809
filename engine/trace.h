/* A chronicle as JSON, schema "zopa.trace/1" (docs/trace.md). */
#ifndef ENGINE_TRACE_H
#define ENGINE_TRACE_H

#include "engine/chronicle.h"
#include "engine/json.h"

void trace_write(struct json *json, const struct chronicle *chronicle);

/* "war", "vote", "talks", "settled", "frozen", "over". */
const char *trace_phase_name(int phase);
/* "signed", "ratified" ... */
const char *trace_cause_name(int cause);

/* What came of rules, and of red lines with a condition, in a round's text.
 * (engine/trace_clauses.c) */
void trace_clauses(struct json *json, const struct chronicle *chronicle, int round);

/* The part of one round. */
void trace_round(struct json *json, const struct chronicle *chronicle, int round);

#endif
