# A file of many wrong elements of a list is refused within the time that a case has: naming the place
# of each by counting from the first took minutes.
# exit 65
# stderr many\.cfg:1: error: correlations\[149999\]\.rho: found nothing, expected a number
awk 'BEGIN {
    printf "name = \"a\"; correlations = ( {}"
    for (i = 1; i < 150000; i++) printf ", {}"
    print " );"
}' >many.cfg
zopa check many.cfg
