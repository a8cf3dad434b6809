#include "bench/rival.h"

extern const struct rival rival_gsl_bfgs2, rival_gsl_newton, rival_gsl_hybridsj;
#ifdef BENCH_NLOPT
extern const struct rival rival_nlopt_slsqp, rival_nlopt_mma, rival_nlopt_ccsaq, rival_nlopt_lbfgs;
#endif

const struct rival *const rivals[] = {
    &rival_gsl_bfgs2,   &rival_gsl_newton, &rival_gsl_hybridsj,
#ifdef BENCH_NLOPT
    &rival_nlopt_slsqp, &rival_nlopt_mma,  &rival_nlopt_ccsaq,  &rival_nlopt_lbfgs,
#endif
};

const int rival_count = sizeof rivals / sizeof *rivals;
