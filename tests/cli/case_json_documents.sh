# manual --json and completion --json hold the same text.
# silent
for document in scenarios models man; do
    zopa manual "$document" >text
    zopa manual "$document" --json >json
    jq -es --arg word "$document" 'length == 1 and .[0].schema == "zopa.manual/1" and
        .[0].document == $word' json >checked
    jq -j .text json | cmp - text
done
for shell in bash zsh fish; do
    zopa completion "$shell" >text
    zopa completion "$shell" --json >json
    jq -es --arg word "$shell" 'length == 1 and .[0].schema == "zopa.completion/1" and
        .[0].shell == $word' json >checked
    jq -j .text json | cmp - text
done
