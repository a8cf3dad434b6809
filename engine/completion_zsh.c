#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/completion.h"
#include "engine/memory.h"
#include "engine/text.h"

static const char *const zsh_head[] = {
    "#compdef zopa",
    "# Completion of zopa's command line for zsh, written by \"zopa completion zsh\". Install it",
    "# as share/zsh/site-functions/_zopa, or load it behind compinit with",
    "#     source <(zopa completion zsh)",
    "",
    NULL,
};

static const char *const zsh_helpers[] = {
    "# The scenario on the command line: the first .cfg file behind the verb, or the first file.",
    "# Sets REPLY.",
    "_zopa_scenario()",
    "{",
    "    local word plain",
    "    REPLY=''",
    "    for word in \"${(@)words[2,-1]}\"; do",
    "        plain=${(Q)word}",
    "        [[ $plain != '~/'* ]] || plain=$HOME/${plain#'~/'}",
    "        [[ $plain != -* && -f $plain && -r $plain ]] || continue",
    "        if [[ -z $REPLY || ( $plain == *.cfg && $REPLY != *.cfg ) ]]; then REPLY=$plain; fi",
    "    done",
    "    [[ -n $REPLY ]]",
    "}",
    "",
    "# The next steps of the paths that begin so; $1 ends a whole one.",
    "_zopa_steps()",
    "{",
    "    local entry step dot REPLY",
    "    local -aU whole more",
    "    _zopa_scenario || return 1",
    "    local call=\"params --names -- ${(q)REPLY} 2>/dev/null\"",
    "    for entry in \"${(@f)$(_call_program paths $zopa_program $call)}\"; do",
    "        [[ $entry == \"$PREFIX\"* ]] || continue",
    "        step=${entry#\"$PREFIX\"}",
    "        dot=''",
    "        [[ $step != .* ]] || dot=.",
    "        step=${step#.}",
    "        case $step in",
    "        *.*) more+=(\"$PREFIX$dot${step%%.*}\") ;;",
    "        *) whole+=(\"$entry\") ;;",
    "        esac",
    "    done",
    "    (( ! $#more )) || compadd -S '' -- $more",
    "    (( ! $#whole )) || compadd -S \"$1\" -- $whole",
    "}",
    "",
    "_zopa_variants()",
    "{",
    "    local entry REPLY",
    "    local -a names",
    "    _zopa_scenario || return 1",
    "    local call=\"params -q -- ${(q)REPLY} variants 2>/dev/null\"",
    "    for entry in \"${(@f)$(_call_program variants $zopa_program $call)}\"; do",
    "        [[ $entry != *'].name = '* ]] || names+=(\"${entry#*= }\")",
    "    done",
    "    (( ! $#names )) || compadd -- $names",
    "}",
    "",
    "# Adds what an offer stands for.",
    "_zopa_offer()",
    "{",
    "    local word REPLY",
    "    for word in \"$@\"; do",
    "        case $word in",
    "        @scenarios) _files -g '*.cfg(-.)' ;;",
    "        @files) _files ;;",
    "        @folders) _files -/ ;;",
    "        @paths) _zopa_steps '' ;;",
    "        @settings) [[ $PREFIX == *=* ]] || _zopa_steps '=' ;;",
    "        @variants) _zopa_variants ;;",
    "        @models) if _zopa_models \"${line[1]-}\"; then compadd -- ${=REPLY}; fi ;;",
    "        *) compadd -- $word ;;",
    "        esac",
    "    done",
    "}",
    "",
    NULL,
};

static const char *const zsh_foot[] = {
    "# Loaded by name, this file is the function's body; sourced, it only defines it.",
    "if [[ ${funcstack[1]-} == _zopa ]]; then",
    "    _zopa \"$@\"",
    "else",
    "    compdef _zopa zopa",
    "fi",
    NULL,
};

/* A text inside a specification of _arguments. */
static char *zsh_text(const char *text)
{
    struct text plain = { 0 };
    text_add(&plain, "%s", "");
    for (; *text != '\0'; text++)
        text_add(&plain, "%s%c", strchr("\\[]:", *text) == NULL ? "" : "\\", *text);
    return plain.bytes;
}

/* "[meaning]:N: _zopa_offer words" */
static char *zsh_tail(const struct flag *flag)
{
    char *meaning = zsh_text(flag->takes.meaning);
    if (flag->argument == NULL) {
        char *tail = memory_format("[%s]", meaning);
        free(meaning);
        return tail;
    }
    char *argument = zsh_text(flag->argument), *offer = completion_flag(flag);
    char *tail = memory_format("[%s]:%s: _zopa_offer %s", meaning, argument, offer);
    free(offer);
    free(argument);
    free(meaning);
    return tail;
}

static void zsh_flag(FILE *out, const struct flag *flag)
{
    char *tail = zsh_tail(flag);
    const char *name = flag->takes.name;
    bool argument = flag->argument != NULL, many = flag->takes.kind == PARAMETER_TEXTS;
    fputs("            ", out);
    if (many)
        fputs("'*'", out);
    else if (flag->letter != '\0')
        fprintf(out, "'(-%c --%s)'", flag->letter, name);
    if (flag->letter != '\0')
        fprintf(out, "{-%c%s,--%s%s}", flag->letter, argument ? "+" : "", name,
                argument ? "=" : "");
    else
        fprintf(out, "--%s%s", name, argument ? "=" : "");
    completion_quote(out, tail);
    fputs(" \\\n", out);
    free(tail);
}

static void zsh_flags(FILE *out, const char *verb)
{
    for (int index = 0; index < option_flag_count; index++)
        if (options_apply(&option_flags[index], verb))
            zsh_flag(out, &option_flags[index]);
}

static void zsh_command(FILE *out, const struct command *command)
{
    struct completion_place place;
    fprintf(out, "    %s)\n        _arguments -s -S : \\\n", command->name);
    zsh_flags(out, command->name);
    for (int index = 0; completion_place(command->arguments, index, &place); index++) {
        char *word = zsh_text(place.word);
        char *places = place.last ? memory_text("*") : memory_format("%d", index + 1);
        char *whole = memory_format("%s:%s: _zopa_offer %s", places, word, place.offer);
        fputs("            ", out);
        completion_quote(out, whole);
        fputs(" \\\n", out);
        free(whole);
        free(places);
        free(word);
        completion_place_free(&place);
    }
    fputs("            && found=0\n        ;;\n", out);
}

static void zsh_commands(FILE *out)
{
    fputs("_zopa()\n{\n"
          "    local context state state_descr line zopa_program=$words[1] found=1\n"
          "    typeset -A opt_args\n"
          "    local -a commands=(\n",
          out);
    for (int index = 0; index < command_count; index++) {
        char *summary = zsh_text(commands[index]->summary);
        char *entry = memory_format("%s:%s", commands[index]->name, summary);
        fputs("        ", out);
        completion_quote(out, entry);
        fputc('\n', out);
        free(entry);
        free(summary);
    }
    fputs("    )\n"
          "    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then\n"
          "        _describe -t commands command commands\n"
          "        return\n"
          "    fi\n"
          "    local verb=$words[2]\n"
          "    if [[ $verb == -* ]]; then verb=help; else shift words; (( CURRENT-- )); fi\n"
          "    case $verb in\n",
          out);
    for (int index = 0; index < command_count; index++)
        zsh_command(out, commands[index]);
    fputs("    esac\n    return $found\n}\n\n", out);
}

void completion_zsh(FILE *out)
{
    completion_lines(out, zsh_head);
    completion_models(out);
    completion_lines(out, zsh_helpers);
    zsh_commands(out);
    completion_lines(out, zsh_foot);
}
