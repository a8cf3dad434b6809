#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "engine/import.h"
#include "engine/label.h"
#include "engine/memory.h"
#include "engine/number.h"
#include "engine/text.h"
#include "engine/writer.h"

/* A scenario on its way. */
struct import_page {
    const struct import_table *table;
    FILE *out;
    int key, ideal, salience; /* columns of the issues' keys and of their numbers */
};

/* A number as a scenario has it: with a point, so that it reads as a real one. */
static const char *import_real(char out[NUMBER_SIZE + 2], double value)
{
    number_format(out, NUMBER_SIZE, value);
    return strpbrk(out, ".e") == NULL ? strcat(out, ".0") : out;
}

static const char *import_figure(char out[NUMBER_SIZE], double value)
{
    number_format(out, NUMBER_SIZE, value);
    return out;
}

/* What was reckoned from the table is as exact as its judgements are. */
static double import_round(double value)
{
    return floor(value * 1e6 + 0.5) / 1e6;
}

/* KEY = "VALUE"; escaped */
static void import_text(FILE *out, const char *key, const char *value)
{
    char *quoted = writer_quoted(value);
    fprintf(out, "%s = %s;", key, quoted);
    free(quoted);
}

static void import_write_names(const struct import_page *page)
{
    const struct import_table *table = page->table;
    if (table->unwritten.count > 0)
        fputs("//\n// Keys have Latin letters only; these names have none:\n", page->out);
    for (int index = 0; index < table->unwritten.count; index++) {
        char *shown = text_printable(table->unwritten.name[index]);
        fprintf(page->out, "//   %s is called %s\n", shown, table->stand_ins.name[index]);
        free(shown);
    }
}

static void import_write_head(const struct import_page *page, const char *name, const char *file)
{
    const struct import_table *table = page->table;
    const char *slash = strrchr(table->file, '/'), *from = slash == NULL ? table->file : slash + 1;
    char *word = label_word(file), *shown = text_printable(from);
    char *title =
        table->title != NULL ? memory_text(table->title) : memory_format("Imported from %s", from);
    fprintf(
        page->out,
        "// Made by zopa import from %s: %d actors, %d issue%s.\n"
        "//\n"
        "// A table of positions, saliences and capabilities says who wants what, how much it\n"
        "// matters to whom and who is strong. It says nothing of a war, of its costs, or of how\n"
        "// talks go. What stands here in figures is the table's; what had to be assumed says so.\n"
        "// zopa itself is no expected-utility model: nobody challenges anybody, positions stay.\n"
        "//\n"
        "//   is it sound?                 zopa check %s\n"
        "//   what comes of it             zopa run %s -n 2000\n"
        "//   all that --set can change    zopa params %s\n"
        "//   what a key means             zopa explain actor (issue, position, process ...)\n",
        shown, table->actors, table->issues, table->issues == 1 ? "" : "s", word, word, word);
    import_write_names(page);
    fputc('\n', page->out);
    import_text(page->out, "name   ", name);
    fputc('\n', page->out);
    import_text(page->out, "title  ", title);
    char *source = writer_quoted(from);
    fprintf(page->out, "\nsources = ( %s );\n", source);
    fputs("notes   = \"Positions, saliences and capabilities are those of the table. That two "
          "actors\n"
          "contend for all, what it costs them and what they keep to themselves is assumed.\";\n"
          "\n"
          "// Assumed: one contest, decided in one round, unless a text is agreed before it.\n"
          "run = { trials = 20000; seed = 1; horizon = 1; round = \"round\"; };\n"
          "\n",
          page->out);
    free(source);
    free(title);
    free(shown);
    free(word);
}

/* Named positions for reports; one that another already names is left out. */
static void import_levels(FILE *out, const struct import_issue *issue)
{
    const char *const names[] = { "low_end", "weighted_median", "weighted_mean", "high_end" };
    const double at[] = { 0, import_place(issue, issue->median),
                          import_round(import_place(issue, issue->mean)), 1 };
    char digits[NUMBER_SIZE + 2];
    fputs("    levels = { ", out);
    for (int index = 0; index < 4; index++) {
        bool known = false;
        for (int before = 0; before < index; before++)
            known = known || at[before] == at[index];
        if (!known)
            fprintf(out, "%s = %s; ", names[index], import_real(digits, at[index]));
    }
    fputs("};\n", out);
}

static void import_write_scale(const struct import_page *page, const struct import_issue *issue)
{
    char low[NUMBER_SIZE], high[NUMBER_SIZE];
    fprintf(page->out, "  // 0 is %s in the table, 1 is %s: %s%s.\n",
            import_figure(low, issue->low), import_figure(high, issue->high),
            strncmp(issue->scale, "as given", 8) == 0 ? "" : "assumed, ", issue->scale);
}

static void import_write_issues(const struct import_page *page)
{
    const struct import_table *table = page->table;
    char mean[NUMBER_SIZE + 2];
    fputs(
        "// Each axis runs from 0 to 1. The levels name places on it for the report: the weighted\n"
        "// median and mean (weights: capability times salience) are what the table says at first\n"
        "// sight. Assumed: without an agreement the mean holds; it counts only where the winner "
        "of\n"
        "// the contest has no position.\n"
        "issues = {\n",
        page->out);
    for (int index = 0; index < table->issues; index++) {
        const struct import_issue *issue = &table->issue[index];
        if (index == 0 || issue->low != issue[-1].low || issue->high != issue[-1].high)
            import_write_scale(page, issue);
        fprintf(page->out, "  %s = { ", issue->key);
        import_text(page->out, "title", issue->title);
        fputc('\n', page->out);
        import_levels(page->out, issue);
        fprintf(page->out, "    status_quo = %s; };\n",
                import_real(mean, import_round(import_place(issue, issue->mean))));
    }
    fputs("};\n\n", page->out);
}

static void import_write_position(const struct import_page *page, const struct import_issue *issue,
                                  const struct import_position *position)
{
    char ideal[NUMBER_SIZE + 2], salience[NUMBER_SIZE + 2], given[NUMBER_SIZE];
    import_real(ideal, import_place(issue, position->position));
    import_real(salience, position->salience);
    import_figure(given, position->position);
    fprintf(page->out, "      %-*s = { ideal = %s;%*s salience = %s; };%*s  // table: %s\n",
            page->key, issue->key, ideal, page->ideal - (int)strlen(ideal), "", salience,
            page->salience - (int)strlen(salience), "", given);
}

static void import_write_contender(const struct import_page *page, bool low)
{
    char power[NUMBER_SIZE + 2];
    fprintf(page->out,
            "    power = %s; discount = 0.97;\n"
            "    war = { cost = { dist = \"pert\"; min = 0.05; mode = 0.15; max = 0.4; }; };\n"
            "    resolve = { dist = \"normal\"; mean = 0.0; sd = 0.09; };\n",
            import_real(power, import_round(low ? page->table->chance : 1 - page->table->chance)));
}

static void import_write_actor(const struct import_page *page, int index)
{
    const struct import_table *table = page->table;
    const struct import_actor *actor = &table->actor[index];
    char capability[NUMBER_SIZE + 2];
    bool low = index == table->low, contends = low || index == table->high;
    const char *with = actor->support < 0   ? table->actor[table->low].key
                       : actor->support > 0 ? table->actor[table->high].key
                                            : NULL;
    fprintf(page->out, "  %s = { ", actor->key);
    import_text(page->out, "title", actor->description == NULL ? actor->title : actor->description);
    if (contends)
        fprintf(page->out, " role = \"belligerent\"; side = \"%s\";\n", low ? "low" : "high");
    else
        fprintf(page->out, " role = \"stakeholder\";  // nearer to %s\n",
                with == NULL ? "neither" : with);
    fprintf(page->out, "    capability = %s;\n", import_real(capability, actor->capability));
    if (contends)
        import_write_contender(page, low);
    fputs("    positions = {\n", page->out);
    for (int issue = 0; issue < table->issues; issue++)
        if (actor->position[issue].present)
            import_write_position(page, &table->issue[issue], &actor->position[issue]);
    fputs("    }; };\n", page->out);
}

static void import_write_actors(const struct import_page *page)
{
    const struct import_table *table = page->table;
    fprintf(
        page->out,
        "// Capabilities and saliences are the table's; zopa divides an actor's saliences by "
        "their\n"
        "// sum.\n"
        "// Assumed: two contend, %s and %s;\n"
        "// the others stand by the one they are nearer to and have no veto. Give a stakeholder\n"
        "// one by consent = ( \"ISSUE\" ); at most six may have it.\n"
        "// Of the contenders is assumed, too:\n"
        "//   power     how the gain over the contest is divided: by the weight behind each "
        "(war.p)\n"
        "//   discount  needed by the program; no bearing on a contest of one round\n"
        "//   war.cost  what the contest costs, 1 being all that is at stake for the actor: some "
        ".05\n"
        "//             to .40, and how much is known to the actor alone\n"
        "//   resolve   what it wants beyond that before it signs, likewise known to itself "
        "alone:\n"
        "//             without such secrets there would always be an agreement (Fearon 1995)\n"
        "actors = {\n",
        table->actor[table->low].key, table->actor[table->high].key);
    for (int index = 0; index < table->actors; index++)
        import_write_actor(page, index);
    fprintf(page->out,
            "  // Not in the table: somebody has to table the text. It holds no positions.\n"
            "  %s = { title = \"Mediator\"; role = \"mediator\"; };\n"
            "};\n\n",
            table->mediator);
}

static void import_write_war(const struct import_page *page)
{
    const struct import_table *table = page->table;
    bool low_first = table->low < table->high;
    const struct import_actor *low = &table->actor[table->low], *high = &table->actor[table->high];
    char p[NUMBER_SIZE + 2];
    double against = 0, in_favour = 0;
    for (int index = 0; index < table->actors; index++) {
        against += table->actor[index].support < 0 ? -table->actor[index].support : 0;
        in_favour += table->actor[index].support > 0 ? table->actor[index].support : 0;
    }
    fprintf(page->out,
            "// The contest. p is the chance that %s prevails and imposes its position on every "
            "issue.\n"
            "// By the rule of the expected-utility tradition for the support of third parties "
            "(Bueno de\n"
            "// Mesquita, The War Trap, 1981, and European Community Decision Making, 1994), each "
            "actor\n"
            "// backs the contender it is nearer to by capability times salience times how much "
            "nearer\n"
            "// (as a share of the scale, summed over the issues): %g for %s, %g for %s.\n"
            "// A change of capabilities above does not change p: import anew, or set it.\n"
            "war = { model = \"lottery\"; p = %s; };\n\n",
            low_first ? low->key : high->key, against, low->key, in_favour, high->key,
            import_real(p, import_round(low_first ? table->chance : 1 - table->chance)));
}

static int import_wider(int columns, const char *digits)
{
    int length = (int)strlen(digits);
    return length > columns ? length : columns;
}

/* How wide the columns of positions must be. */
static void import_measure(struct import_page *page)
{
    const struct import_table *table = page->table;
    for (int issue = 0; issue < table->issues; issue++) {
        int key = (int)strlen(table->issue[issue].key);
        page->key = key > page->key ? key : page->key;
        for (int index = 0; index < table->actors; index++) {
            const struct import_position *position = &table->actor[index].position[issue];
            char ideal[NUMBER_SIZE + 2], salience[NUMBER_SIZE + 2];
            if (!position->present)
                continue;
            import_real(ideal, import_place(&table->issue[issue], position->position));
            import_real(salience, position->salience);
            page->ideal = import_wider(page->ideal, ideal);
            page->salience = import_wider(page->salience, salience);
        }
    }
}

void import_write(const struct import_table *table, const char *name, const char *file, FILE *out)
{
    struct import_page page = { .table = table, .out = out };
    import_measure(&page);
    import_write_head(&page, name, file);
    import_write_issues(&page);
    import_write_actors(&page);
    import_write_war(&page);
    fputs("// Assumed: one text is tabled before the contest, the asymmetric Nash solution (Nash "
          "1950,\n"
          "// Kalai 1977) between the contenders' chances in it, each with its power. Both must "
          "accept.\n"
          "process = { protocol = \"mediated\"; solver = \"nash\"; text_rate = 1.0;\n"
          "            acceptance = { rule = \"threshold\"; }; };\n",
          out);
}
