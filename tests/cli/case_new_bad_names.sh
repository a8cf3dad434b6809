# Names that no scenario can have, each with its reason.
# exit 64
# stderr found 'folder/', expected the name of a file, not of a folder
# stderr found '\.hidden', expected a name that does not begin with a dot
# stderr found '!!', expected a name with a letter or a digit in it
# stderr found 'a\\x0ab', expected a name in UTF-8 without control characters
for name in folder/ .hidden '!!'; do
    code=0
    zopa new "$name" || code=$?
    [ "$code" -eq 64 ]
done
zopa new "a
b"
