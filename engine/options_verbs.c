#include <string.h>

#include "engine/names.h"
#include "engine/options.h"

bool options_apply(const struct flag *flag, const char *verb)
{
    return flag->verbs == NULL || names_index(flag->verbs, verb) >= 0;
}

bool options_have(const char *verb, const char *name)
{
    for (int index = 0; index < option_flag_count; index++)
        if (strcmp(option_flags[index].takes.name, name) == 0 &&
            options_apply(&option_flags[index], verb))
            return true;
    return false;
}
