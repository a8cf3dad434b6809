#include "engine/unique.h"

#include <fcntl.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "engine/sha256.h"

/* What goes into a name: the noise suffices, where the system has it. */
struct origin {
    struct timespec time;
    pid_t process;
    char host[64], noise[32];
};

char *unique_name(char out[UNIQUE_SIZE])
{
    struct origin origin;
    char digest[SHA256_SIZE];
    memset(&origin, 0, sizeof origin);
    clock_gettime(CLOCK_REALTIME, &origin.time);
    origin.process = getpid();
    gethostname(origin.host, sizeof origin.host);
    int file = open("/dev/urandom", O_RDONLY);
    if (file >= 0) {
        if (read(file, origin.noise, sizeof origin.noise) < 0)
            memset(origin.noise, 0, sizeof origin.noise);
        close(file);
    }
    sha256_hex(&origin, sizeof origin, digest);
    memcpy(out, digest, UNIQUE_SIZE - 1);
    out[UNIQUE_SIZE - 1] = '\0';
    return out;
}
