/* Mutations by whole lines, beside libFuzzer's own by bytes: a scenario has a key or two a line, so
 * that more of what comes out is read to its end. */
#include <stdlib.h>
#include <string.h>

#include "engine/memory.h"
#include "tests/fuzz/fuzz.h"

struct lines {
    const uint8_t *start;
    size_t size;
};

/* The line, with its end, in which a byte stands. */
static struct lines mutate_line(const uint8_t *bytes, size_t size, size_t at)
{
    size_t from = at, to = at;
    while (from > 0 && bytes[from - 1] != '\n')
        from--;
    while (to < size && bytes[to] != '\n')
        to++;
    return (struct lines){ bytes + from, to + (to < size) - from };
}

/* Puts `piece` in the place of `old`, a part of the bytes; returns the new size, or the old one
 * where there is no room. */
static size_t mutate_replace(uint8_t *bytes, size_t size, size_t room, struct lines old,
                             const uint8_t *piece, size_t length)
{
    size_t at = (size_t)(old.start - bytes), behind = at + old.size;
    if (size - old.size + length > room)
        return size;
    uint8_t *copy = memory_new(length + 1, 1);
    memcpy(copy, piece, length);
    memmove(bytes + at + length, bytes + behind, size - behind);
    memcpy(bytes + at, copy, length);
    free(copy);
    return size - old.size + length;
}

/* Drops a line, or puts another in its place or before it. */
static size_t mutate_move(uint8_t *bytes, size_t size, size_t room, unsigned number)
{
    struct lines one = mutate_line(bytes, size, number / 8 % size);
    struct lines two = mutate_line(bytes, size, number / 8 / 65536 * 7919 % size);
    if (number % 4 == 0)
        return mutate_replace(bytes, size, room, one, bytes, 0);
    if (number % 4 == 1)
        one.size = 0;
    return mutate_replace(bytes, size, room, one, two.start, two.size);
}

size_t LLVMFuzzerCustomMutator(uint8_t *bytes, size_t size, size_t room, unsigned seed)
{
    unsigned number = seed * 2654435761u;
    if (size == 0 || number % 3 == 0)
        return LLVMFuzzerMutate(bytes, size, room);
    number = number / 3 * 2246822519u;
    if (number % 2 == 0)
        return mutate_move(bytes, size, room, number / 2);
    /* libFuzzer's own mutations, of one line alone */
    struct lines line = mutate_line(bytes, size, number / 2 % size);
    uint8_t piece[256];
    size_t length = line.size < sizeof piece ? line.size : sizeof piece;
    memcpy(piece, line.start, length);
    line.size = length;
    length = LLVMFuzzerMutate(piece, length, sizeof piece);
    return mutate_replace(bytes, size, room, line, piece, length);
}

/* A line of the second input in the place of one of the first, or before it. */
size_t LLVMFuzzerCustomCrossOver(const uint8_t *first, size_t first_size, const uint8_t *second,
                                 size_t second_size, uint8_t *out, size_t room, unsigned seed)
{
    unsigned number = seed * 2654435761u;
    size_t size = first_size < room ? first_size : room;
    memcpy(out, first, size);
    if (size == 0 || second_size == 0)
        return size;
    struct lines line = mutate_line(out, size, number / 2 % size);
    struct lines other = mutate_line(second, second_size, number / 2 / 65536 * 7919 % second_size);
    line.size = number % 2 == 0 ? 0 : line.size;
    return mutate_replace(out, size, room, line, other.start, other.size);
}
