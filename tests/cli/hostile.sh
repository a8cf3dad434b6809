# hostile.sh NAME: writes a scenario that is legal, with names and figures as unwieldy as can be:
# 64 actors and 32 issues whose names have more than 60 characters, a title that is East Asian in
# part, and words of more than 80.
awk -v name="$1" '
function long(word, number) {
    return word "_of_the_many_that_were_brought_before_the_conference_table_no_" number
}
function repeat(word, times,    text) {
    for (; times > 0; times--) text = text word
    return text
}
function positions(at, share,    k) {
    print "positions = {"
    for (k = 1; k <= 32; k++)
        print "  " long("issue", k) " = { ideal = " at "; salience = " share "; };"
    print "};"
}
function belligerent(word, side, at) {
    print long(word, 0) " = { title = \"" word "\"; role = \"belligerent\"; side = \"" side "\";"
    print "capability = 0.5; discount = 0.97; war = { cost = 0.05; };"
    print "resolve = { dist = \"normal\"; mean = 0.1; sd = 0.08; };"
    positions(at, 0.03)
    print "};"
}
BEGIN {
    print "name = \"" name "\";"
    print "title = \"" repeat("平和交渉", 30) " e\xcc\x81tat " repeat("word", 30) "\";"
    print "notes = \"" repeat("note", 60) "\";"
    print "run = { trials = 3; seed = 9223372036854775807L; horizon = 20;"
    print "  round = \"an_extraordinarily_long_回合_of_talks\"; };"
    print "issues = {"
    for (k = 1; k <= 32; k++)
        print "  " long("issue", k) " = { core = true; levels = { " long("low", k) " = 0.0; " \
              long("high", k) " = 1.0; }; status_quo = 0.5; };"
    print "};"
    print "actors = {"
    belligerent("north", "low", 0.0)
    belligerent("south", "high", 1.0)
    for (k = 3; k <= 64; k++) {
        print long("party", k) " = { role = \"" (k < 6 ? "stakeholder" : "mediator") "\";"
        if (k < 6) positions(0.5, 0.03)
        print "};"
    }
    print "};"
    print "war = { model = \"lottery\"; p = 0.5; };"
    print "process = { protocol = \"mediated\"; solver = \"acceptance\"; continuation = \"war\"; text_rate = 0.2; };"
}'
