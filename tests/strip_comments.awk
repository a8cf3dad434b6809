# Prints C source with comments and the insides of texts left out, line by line as it stands.
{
    out = ""
    for (i = 1; i <= length($0); i++) {
        pair = substr($0, i, 2)
        here = substr($0, i, 1)
        if (comment) {
            if (pair == "*/") { comment = 0; i++ }
        } else if (quote != "") {
            if (here == "\\") i++
            else if (here == quote) { quote = ""; out = out here }
        } else if (pair == "/*") {
            comment = 1; i++
        } else if (pair == "//") {
            break
        } else {
            if (here == "\"" || here == "'") quote = here
            out = out here
        }
    }
    quote = ""
    print out
}
