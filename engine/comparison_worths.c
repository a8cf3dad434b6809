#include <stdio.h>

#include "engine/comparison.h"

enum { NAME_COLUMNS = 25, MEAN_COLUMNS = 10, END_COLUMNS = 9, WORTH_DECIMALS = 4 };

void comparison_worths(struct page *page, const struct comparison_other *other, const char *base,
                       const char *name)
{
    if (other->worths == 0)
        return;
    page_heading(page, "%-*s%*s%*s%*s%*s", NAME_COLUMNS, "Mean realised utility", MEAN_COLUMNS,
                 "base", MEAN_COLUMNS, "here", MEAN_COLUMNS + 1, "change", 2 * END_COLUMNS,
                 "95% interval");
    for (int k = 0; k < other->worths; k++) {
        const struct worth *worth = &other->worth[k];
        page_label(page, 0, NAME_COLUMNS, worth->actor);
        page_number(page, MEAN_COLUMNS, WORTH_DECIMALS, worth->base);
        page_number(page, MEAN_COLUMNS, WORTH_DECIMALS, worth->here);
        page_signed(page, MEAN_COLUMNS + 1, WORTH_DECIMALS, worth->change.value);
        page_signed(page, END_COLUMNS, WORTH_DECIMALS, worth->change.interval.low);
        page_signed(page, END_COLUMNS, WORTH_DECIMALS, worth->change.interval.high);
        page_end_line(page);
    }
    page_flow(page, 0, "base:");
    page_flow(page, 0, base);
    page_flow(page, 0, "- here:");
    page_flow(page, 0, name);
    page_flow_end(page);
}
