#include "models/utility.h"

void utility_along_rest(const struct utility *utility, int actor, const double *status_quo,
                        double *rest, double *slope, int lanes)
{
    const struct game *game = utility->game;
    const struct actor *about = &game->actor[actor];
    block_fill(rest, 0, lanes);
    block_fill(slope, 0, lanes);
    for (int issue = 0; issue < game->issues; issue++)
        if (issue != game->front && about->position[issue].present)
            utility_add_loss(utility, actor, issue, block_read(status_quo, (size_t)issue), rest,
                             lanes);
    for (int k = 0; k < about->linkages; k++) {
        const int *pair = about->linkage[k].issue;
        const double *weight =
            block_read(utility->linkage, utility_linkages(game, actor) + (size_t)k);
        int other = pair[0] == game->front ? pair[1] : pair[0];
        const double *held = block_read(status_quo, (size_t)other);
        const double *with = block_read(status_quo, (size_t)(pair[0] == other ? pair[1] : pair[0]));
        bool moves = pair[0] == game->front || pair[1] == game->front;
        for (int lane = 0; lane < lanes; lane++) {
            slope[lane] += moves ? weight[lane] * held[lane] : 0;
            rest[lane] += moves ? 0 : weight[lane] * held[lane] * with[lane];
        }
    }
}

void utility_along(const struct utility *utility, int actor, const double *rest,
                   const double *slope, const double *front, double *out, int lanes)
{
    const struct game *game = utility->game;
    const double *offset = block_read(utility->offset, (size_t)actor);
    const double *scale = block_read(utility->scale, (size_t)actor);
    const double *risk = block_read(utility->risk, (size_t)actor);
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = rest[lane] + slope[lane] * front[lane];
    if (game->front >= 0 && game->actor[actor].position[game->front].present)
        utility_add_loss(utility, actor, game->front, front, out, lanes);
    for (int lane = 0; lane < lanes; lane++)
        out[lane] = (out[lane] - offset[lane]) * scale[lane];
    bool curved = false;
    for (int lane = 0; lane < lanes; lane++)
        curved = curved || risk[lane] != 0;
    for (int lane = 0; curved && lane < lanes; lane++)
        out[lane] = utility_risk(risk[lane], out[lane]);
}
