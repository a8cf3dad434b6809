/* Names for what must be told from everything else of its kind, wherever it was made. */
#ifndef ENGINE_UNIQUE_H
#define ENGINE_UNIQUE_H

enum { UNIQUE_SIZE = 33 }; /* 32 hexadecimal digits and '\0' */

/* Writes a name that no other call gives, of whatever process on whatever machine; returns out.
 * Nothing that is played may depend on it. */
char *unique_name(char out[UNIQUE_SIZE]);

#endif
