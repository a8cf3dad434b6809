/* A pie that is divided, at half, as soon as a text is tabled. */
#ifndef TESTS_SETTLED_H
#define TESTS_SETTLED_H

/* Issues, actors and war: a scenario but for its name, run and process. */
#define SETTLED                                                                                    \
    "issues = { pie = { front = true; core = true; levels = { none = 0.0; half = 0.5; all = 1.0; " \
    "}; status_quo = \"half\"; };"                                                                 \
    "  watch = { core = true; verification = true; levels = { some = 0.4; }; status_quo = 0.4; "   \
    "}; "                                                                                          \
    "};"                                                                                           \
    "actors = { first = { role = \"belligerent\"; side = \"high\"; capability = 1.0; discount = "  \
    "0.95; war = { cost = 0.3; }; positions = { pie = { ideal = \"all\"; };"                       \
    "    watch = { ideal = 0.4; salience = 0.0; }; }; };"                                          \
    "  second = { role = \"belligerent\"; side = \"low\"; capability = 1.0; discount = 0.95;"      \
    "    war = { cost = 0.3; }; positions = { pie = { ideal = \"none\"; };"                        \
    "    watch = { ideal = 0.4; salience = 0.0; }; }; }; };"                                       \
    "war = { model = \"front\"; start = 0.5; drift = 0.0; volatility = 0.0; };"

#endif
