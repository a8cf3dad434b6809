# Reads what `zopa show` prints and prints what is missing or amiss: a title, sources, a package that
# does not name every issue, or a position that is no level and lies outside the issue's levels.
function complain(what)
{
    print what
    amiss = 1
}
{
    line = $0
    sub(/^ +/, "", line)
}
line ~ /^[a-z_0-9]+ = \{$/ {
    sub(/ .*/, "", line)
    path[++depth] = line
    next
}
line == "};" {
    depth--
    next
}
{
    split(line, part, " = ")
    key = part[1]
    value = substr(line, length(key) + 4)
    sub(/;$/, "", value)
}
depth == 0 {
    top[key] = value
}
depth == 3 && path[1] == "issues" && path[3] == "levels" {
    issue = path[2]
    level[issue, "\"" key "\""] = 1
    if (!(issue in low) || value < low[issue]) low[issue] = value + 0
    if (!(issue in high) || value > high[issue]) high[issue] = value + 0
}
depth == 2 && path[1] == "packages" {
    packages[path[2]]++
    if (value ~ /^"/ ? !((key, value) in level) : value < low[key] || value > high[key])
        complain("packages." path[2] "." key ": " value " is outside the issue's levels")
}
END {
    if (length(top["title"]) < 5) complain("no title")
    if (top["sources"] !~ /[0-9a-f]\.txt/) complain("no sources")
    for (issue in low) issues++
    for (package in packages)
        if (packages[package] != issues)
            complain("packages." package ": " packages[package] " of " issues " issues")
    if (issues == 0 || length(packages) == 0) complain("nothing to look at")
    exit amiss
}
