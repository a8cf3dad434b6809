# Every way to solve a problem has time, gap and failures side by side, also the rivals.
# stdout ^nash, n2k4$
# stdout ns least +median +ratio +steps +gap +failed
# stdout contract +cold( +[0-9.e+-]+){3} +- +[0-9.e-]+ +0$
# stdout gsl_bfgs2 +cold( +[0-9.e+-]+){5} +0$
# silent
zopa bench nash n2k4 --repeat 1 --problems 3
