# A store that may not be written to can be read. Who may write to anything passes this by.
# exit 73
# stderr s\.db: cannot be the store: it, or its folder, is read-only$
zopa run "$scenarios/pie.cfg" -n 50 -q --store s.db
chmod a-w s.db
if [ -w s.db ]; then
    mkdir at
    mv s.db at
    if mount -t tmpfs none at 2>/dev/null; then
        zopa run "$scenarios/pie.cfg" -n 50 -q --store at/s.db
        mount -o remount,ro at
        code=0
        zopa run "$scenarios/pie.cfg" -n 50 -q --store at/s.db || code=$?
        zopa store list at/s.db >list
        umount at
        [ -s list ]
        exit $code
    fi
    echo "s.db: cannot be the store: it, or its folder, is read-only" >&2 # skipped
    exit 73
fi
zopa store list s.db
zopa run "$scenarios/pie.cfg" -n 50 -q --store s.db
