# Help of a verb: flags with range and default, the form of --set, two examples; 80 columns at most.
# stdout --block N .*
# stdout 1 to 64; 64 where absent
# stdout 0 to 9223372036854775807
# stdout run\.trials where absent
# stdout process\.solver=nash
# stdout zopa run .*-n 20000
# silent
zopa help run >help
cat help
zopa help >>help
zopa list >>help
zopa explain process >>help
! grep -E '.{81}' help
