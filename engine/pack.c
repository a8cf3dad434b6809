#include "engine/pack.h"

#include <string.h>

enum { PACK_BITS = 7, PACK_MORE = 0x80, PACK_HALF = 64 };

static unsigned char pack_take(struct pack *pack)
{
    pack->bad = pack->bad || pack->at == pack->end;
    return pack->bad ? 0 : *pack->at++;
}

static void pack_write(struct pack *pack, uint64_t count)
{
    char bytes[10];
    size_t length = 0;
    for (; count >= PACK_MORE; count >>= PACK_BITS)
        bytes[length++] = (char)(PACK_MORE | (count & (PACK_MORE - 1)));
    bytes[length++] = (char)count;
    text_append(pack->text, bytes, length);
}

static uint64_t pack_read(struct pack *pack)
{
    uint64_t count = 0;
    for (int shift = 0; shift < PACK_HALF; shift += PACK_BITS) {
        unsigned char byte = pack_take(pack);
        count |= (uint64_t)(byte & (PACK_MORE - 1)) << shift;
        if (byte < PACK_MORE)
            return count;
    }
    pack->bad = true;
    return 0;
}

void pack_count(struct pack *pack, uint64_t *count)
{
    if (pack->text != NULL)
        pack_write(pack, *count);
    else
        *count = pack_read(pack);
}

void pack_number(struct pack *pack, int *number, int most)
{
    uint64_t count = pack->text != NULL ? (uint64_t)*number : 0;
    pack_count(pack, &count);
    pack->bad = pack->bad || count > (uint64_t)most;
    *number = pack->bad ? 0 : (int)count;
}

void pack_flag(struct pack *pack, bool *flag)
{
    int number = pack->text != NULL && *flag ? 1 : 0;
    pack_number(pack, &number, 1);
    *flag = number == 1;
}

void pack_sum(struct pack *pack, tally_sum *sum)
{
    __extension__ typedef unsigned __int128 bits;
    bits written = pack->text != NULL ? (bits)*sum : 0;
    uint64_t low = (uint64_t)written, high = (uint64_t)(written >> PACK_HALF);
    for (int byte = 0; byte < 16; byte++) {
        uint64_t *half = byte < 8 ? &low : &high;
        int shift = byte % 8 * 8;
        if (pack->text != NULL)
            text_append(pack->text, &(char){ (char)(*half >> shift & 0xff) }, 1);
        else
            *half = (*half & ~((uint64_t)0xff << shift)) | (uint64_t)pack_take(pack) << shift;
    }
    *sum = (tally_sum)((bits)high << PACK_HALF | low);
}

void pack_real(struct pack *pack, double *real)
{
    uint64_t bits = 0, found = 0;
    if (pack->text != NULL)
        memcpy(&bits, real, sizeof bits);
    for (int byte = 0; byte < 8; byte++)
        if (pack->text != NULL)
            text_append(pack->text, &(char){ (char)(bits >> 8 * byte & 0xff) }, 1);
        else
            found |= (uint64_t)pack_take(pack) << 8 * byte;
    if (pack->text == NULL)
        memcpy(real, &found, sizeof found);
}
