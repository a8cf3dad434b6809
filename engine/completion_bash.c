#include <stdlib.h>
#include <string.h>

#include "engine/command.h"
#include "engine/completion.h"

static const char *const bash_head[] = {
    "# Completion of zopa's command line for bash, written by \"zopa completion bash\". Load it:",
    "#     source <(zopa completion bash)",
    "# or install it as share/bash-completion/completions/zopa.",
    "",
    NULL,
};

static const char *const bash_reply[] = {
    "_zopa_reply()",
    "{",
    "    [[ $1 != \"$partial\"* ]] || COMPREPLY+=(\"$1\")",
    "}",
    "",
    "# The words of the command line. Bash takes them apart at each \"=\"; here they are whole.",
    "# Sets words, at (which of them is under the cursor) and glued (what of it Bash keeps).",
    "_zopa_words()",
    "{",
    "    local word index before='' own=${COMP_WORDS[COMP_CWORD]}",
    "    words=()",
    "    at=0",
    "    for ((index = 0; index < ${#COMP_WORDS[@]}; index++)); do",
    "        word=${COMP_WORDS[index]}",
    "        if ((index > 0)) && [[ $word == =* || $before == *= ]] && [[ -n $word ]]; then",
    "            words[${#words[@]} - 1]+=$word",
    "        elif ((index > 0)) && [[ $before == *= && -z $word ]]; then",
    "            :",
    "        else",
    "            words+=(\"$word\")",
    "        fi",
    "        before=$word",
    "        if ((index == COMP_CWORD)); then",
    "            at=$((${#words[@]} - 1))",
    "            glued=${words[at]}",
    "            [[ $own == =* ]] || glued=${glued%\"$own\"}",
    "        fi",
    "    done",
    "}",
    "",
    "# A word as the program would get it: without quotes and backslashes; nothing is run.",
    "_zopa_plain()",
    "{",
    "    REPLY=${1//[\\\\\\\"\\']/}",
    "    [[ $REPLY != '~/'* ]] || REPLY=$HOME/${REPLY:2}",
    "}",
    "",
    "# Walks the words in front of the cursor: sets place, flag and kind; and scenario, which may",
    "# also stand behind it.",
    "_zopa_walk()",
    "{",
    "    local index word taken='' places=0",
    "    for ((index = 2; index < ${#words[@]}; index++)); do",
    "        word=${words[index]}",
    "        if ((index == at)); then",
    "            place=$places",
    "            flag=$taken",
    "            taken=''",
    "        elif [[ -n $taken ]]; then",
    "            taken=''",
    "        elif [[ $word == -?* ]]; then",
    "            if _zopa_flag \"$verb\" \"$word\"; then taken=$word; fi",
    "        else",
    "            ((places > 0)) || kind=$word",
    "            _zopa_place \"$verb\" $places || REPLY=''",
    "            if [[ $REPLY == @scenarios && -z $scenario ]]; then",
    "                _zopa_plain \"$word\"",
    "                scenario=$REPLY",
    "            fi",
    "            places=$((places + 1))",
    "        fi",
    "    done",
    "}",
    "",
    "_zopa_filenames()",
    "{",
    "    local word",
    "    while IFS= read -r word; do",
    "        COMPREPLY+=(\"$word\")",
    "    done < <(compgen \"$@\" -- \"$partial\")",
    "    compopt -o filenames 2>/dev/null",
    "}",
    "",
    "# The next steps of the paths that begin so; $1 ends a whole one.",
    "_zopa_steps()",
    "{",
    "    local path step dot last=''",
    "    [[ -n $scenario ]] || return",
    "    while IFS= read -r path; do",
    "        [[ $path == \"$partial\"* ]] || continue",
    "        step=${path#\"$partial\"}",
    "        dot=''",
    "        [[ $step != .* ]] || dot=.",
    "        step=${step#.}",
    "        case $step in",
    "        *.*) step=$partial$dot${step%%.*} ;;",
    "        *) step=$path$1 ;;",
    "        esac",
    "        [[ $step == \"$last\" ]] || COMPREPLY+=(\"$step\")",
    "        last=$step",
    "    done < <(\"${program[@]}\" params --names -- \"$scenario\" 2>/dev/null)",
    "    compopt -o nospace 2>/dev/null",
    "}",
    "",
    "_zopa_variants()",
    "{",
    "    local line",
    "    [[ -n $scenario ]] || return",
    "    while IFS= read -r line; do",
    "        [[ $line == *'].name = '* ]] || continue",
    "        printf -v line %q \"${line#*= }\"",
    "        _zopa_reply \"$line\"",
    "    done < <(\"${program[@]}\" params -q -- \"$scenario\" variants 2>/dev/null)",
    "}",
    "",
    "# Adds what an offer stands for.",
    "_zopa_offer()",
    "{",
    "    local word",
    "    for word in $1; do",
    "        case $word in",
    "        @scenarios) _zopa_filenames -f -o plusdirs -X '!*.cfg' ;;",
    "        @files) _zopa_filenames -f ;;",
    "        @folders) _zopa_filenames -d ;;",
    "        @paths) _zopa_steps '' ;;",
    "        @settings) [[ $partial == *=* ]] || _zopa_steps '=' ;;",
    "        @variants) _zopa_variants ;;",
    "        @models) if _zopa_models \"$kind\"; then _zopa_offer \"$REPLY\"; fi ;;",
    "        *) _zopa_reply \"$word\" ;;",
    "        esac",
    "    done",
    "}",
    "",
    "# Bash puts back what it kept of the word.",
    "_zopa_unglue()",
    "{",
    "    local index",
    "    for ((index = 0; index < ${#COMPREPLY[@]}; index++)); do",
    "        COMPREPLY[index]=$attached${COMPREPLY[index]}",
    "        COMPREPLY[index]=${COMPREPLY[index]#\"$glued\"}",
    "    done",
    "}",
    "",
    "_zopa()",
    "{",
    "    local REPLY='' words at glued='' place=0 flag='' kind='' scenario='' attached=''",
    "    COMPREPLY=()",
    "    _zopa_words",
    "    local verb=${words[1]-} partial=${words[at]} program",
    "    _zopa_plain \"${COMP_WORDS[0]}\"",
    "    program=(\"$REPLY\")",
    "    [[ -z ${BASH_ALIASES[$REPLY]-} ]] || read -ra program <<<\"${BASH_ALIASES[$REPLY]}\"",
    "    ((at > 1)) || verb=''",
    "    _zopa_walk",
    "    if [[ -z $flag && $partial == --*=* ]] && _zopa_flag \"$verb\" \"${partial%%=*}\"; then",
    "        attached=${partial%%=*}=",
    "        flag=${partial%%=*}",
    "        partial=${partial#*=}",
    "    fi",
    "    if [[ -n $flag ]]; then",
    "        _zopa_flag \"$verb\" \"$flag\"",
    "    elif [[ $partial == -* ]]; then",
    "        _zopa_flags \"$verb\"",
    "    else",
    "        _zopa_place \"$verb\" \"$place\" || REPLY=''",
    "    fi",
    "    _zopa_offer \"$REPLY\"",
    "    _zopa_unglue",
    "}",
    "",
    "complete -F _zopa zopa",
    NULL,
};

/* The flags of a verb, the letters behind the names. */
static void bash_flags(FILE *out)
{
    fputs("# The flags that a verb takes.\n_zopa_flags()\n{\n    case $1 in\n", out);
    for (int index = 0; index <= command_count; index++) {
        bool none = index == command_count;
        const char *verb = none ? command_help.name : commands[index]->name;
        fprintf(out, "    %s) REPLY='", none ? "*" : verb);
        for (int k = 0; k < option_flag_count; k++)
            if (options_apply(&option_flags[k], verb))
                fprintf(out, "--%s ", option_flags[k].takes.name);
        for (int k = 0; k < option_flag_count; k++)
            if (options_apply(&option_flags[k], verb) && option_flags[k].letter != '\0')
                fprintf(out, "-%c ", option_flags[k].letter);
        fputs("' ;;\n", out);
    }
    fputs("    esac\n}\n\n", out);
}

static void bash_argument(FILE *out, const char *verb, const struct flag *flag)
{
    char *offer = completion_flag(flag);
    fprintf(out, "    '%s --%s'", verb, flag->takes.name);
    if (flag->letter != '\0')
        fprintf(out, " | '%s -%c'", verb, flag->letter);
    fprintf(out, ") REPLY='%s' ;;\n", offer);
    free(offer);
}

static void bash_arguments(FILE *out)
{
    fputs("# What may stand behind a flag of a verb; fails where the flag takes nothing.\n"
          "_zopa_flag()\n{\n    case \"${1:-help} $2\" in\n",
          out);
    for (int index = 0; index < command_count; index++)
        for (int k = 0; k < option_flag_count; k++)
            if (option_flags[k].argument != NULL &&
                options_apply(&option_flags[k], commands[index]->name))
                bash_argument(out, commands[index]->name, &option_flags[k]);
    fputs("    *) return 1 ;;\n    esac\n}\n\n", out);
}

static void bash_place(FILE *out, const struct command *command)
{
    struct completion_place place;
    for (int index = 0; completion_place(command->arguments, index, &place); index++) {
        if (place.last)
            fprintf(out, "    '%s '*) REPLY='%s' ;;\n", command->name, place.offer);
        else
            fprintf(out, "    '%s %d') REPLY='%s' ;;\n", command->name, index, place.offer);
        completion_place_free(&place);
    }
}

static void bash_places(FILE *out)
{
    char *verbs = completion_offer("COMMAND");
    fputs("# What may stand at a place behind a verb, counted from 0; fails where nothing may.\n"
          "_zopa_place()\n{\n    case \"$1 $2\" in\n",
          out);
    for (int index = 0; index < command_count; index++)
        bash_place(out, commands[index]);
    fprintf(out, "    ' '*) REPLY='%s' ;;\n    *) return 1 ;;\n    esac\n}\n\n", verbs);
    free(verbs);
}

void completion_bash(FILE *out)
{
    completion_lines(out, bash_head);
    bash_flags(out);
    bash_arguments(out);
    bash_places(out);
    completion_models(out);
    completion_lines(out, bash_reply);
}
