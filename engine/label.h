/* Names that the program makes out of what a person wrote. The caller frees them. */
#ifndef ENGINE_LABEL_H
#define ENGINE_LABEL_H

/* The last part of a path, without the ending ("a/b.csv", "csv": "b"); the ending is without its
 * dot, NULL: any. Never cut down to nothing: ".cfg" stays as it is. */
char *label_base(const char *path, const char *ending);

/* A scenario's name: letters, digits, '_', '.', '-' and what is no ASCII stay, anything between
 * becomes one '-', none at the ends. "" where nothing stays but marks. */
char *label_name(const char *text);

/* A name as a key of a scenario: lower case, words joined by '_', Latin letters without their marks
 * ("Åland Islands": "aland_islands"). Where no letter stays ("中国"), `kind` alone; where the
 * first is a digit, or the whole is a word of the language (true, false, remove, dist), `kind` and
 * '_' go before it. */
char *label_key(const char *text, const char *kind);

/* A path as a word of a command line for a shell: in quotation marks where it needs them, and never
 * like a flag. */
char *label_word(const char *text);

#endif
