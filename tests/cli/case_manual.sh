# The manual: every group of a scenario, every model, a page for man(1); the same twice.
# stdout ^### `actors.ACTOR.positions.ISSUE.red_line`$
# stdout ^\| `penalty` \| quantity `\[0, 100\]` \| utility points per unit past the line \| `0.5` \|
# stdout ^\| `role` \| word `belligerent \\\| mediator \\\| stakeholder` \|  \| \*\*required\*\* \|
# stdout ^With `dist = "empirical"` also these
# stdout ^### solver `nash`$
# stdout ^\.TH ZOPA 1
# silent
zopa manual scenarios
zopa manual models
zopa manual man
for document in scenarios models man; do
    zopa manual $document >once
    zopa manual $document >twice
    cmp once twice
done
zopa manual models >models
zopa list | awk '/^[a-z]/ { print "### " $1 " `" $2 "`" }' >headings
[ -s headings ]
while IFS= read -r heading; do grep -qxF "$heading" models; done <headings
