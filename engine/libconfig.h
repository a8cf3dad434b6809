/* Reads scenario texts with libconfig's parser into a tree, and stands between its silent surprises
 * and the user (see engine/prescan.h). The only file that knows libconfig. */
#ifndef ENGINE_LIBCONFIG_H
#define ENGINE_LIBCONFIG_H

#include "engine/fault.h"
#include "engine/tree.h"

enum { LIBCONFIG_BYTES = 1 << 20 }; /* the largest file that is read */

/* The root group of a file, whose nodes name `path` and their line (the root: line 1); the caller
 * frees it. NULL on failure: where there is no readable file, *absent is the reason ("No such file
 * or directory", "Is a directory") and no fault is added; else *absent is NULL and the faults say
 * what is wrong with the text. An empty file is an empty group. Arrays [ ] become lists. */
struct node *libconfig_read_file(const char *path, const char **absent, struct faults *faults);
/* The same of a text; `origin` is what its nodes and faults name as the file. */
struct node *libconfig_read_text(const char *text, const char *origin, struct faults *faults);
/* A single value as it would stand behind "name = ": a nameless node that the caller frees; NULL
 * with faults where `text` is not exactly one value. It holds no line breaks. */
struct node *libconfig_read_value(const char *text, const char *origin, struct faults *faults);

#endif
