# A megabyte of noise.
# exit 65
# stderr noise\.cfg:[0-9]+: error: .
LC_ALL=C awk 'BEGIN {
    state = 1
    for (i = 0; i < 1000000; i++) {
        state = state * 16807 % 2147483647
        printf "%c", state % 256
    }
}' >noise.cfg
zopa run noise.cfg
