#include "models/catalogue.h"

#include <string.h>

const struct catalogue_entry catalogue[] = {
#define MODEL(kind, name) { #kind, &kind##_##name.about },
#include "models/catalogue.def"
#undef MODEL
};

const int catalogue_count = sizeof catalogue / sizeof catalogue[0];

const struct model *catalogue_find(const char *kind, const char *name)
{
    for (int index = 0; index < catalogue_count; index++)
        if (strcmp(catalogue[index].kind, kind) == 0 &&
            strcmp(catalogue[index].model->name, name) == 0)
            return catalogue[index].model;
    return NULL;
}
