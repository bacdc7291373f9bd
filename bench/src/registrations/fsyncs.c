/* Counts how often a program asks the disk to make something durable, and may let it wait as a
   slower disk would. Laid before the C library of a measured process (LD_PRELOAD). */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <time.h>
#include <unistd.h>

static _Atomic unsigned long *count;
static long micros;

__attribute__((constructor)) static void begin(void) {
    const char *file = getenv("BENCH_FSYNCS");
    const char *delay = getenv("BENCH_FSYNC_MICROS");
    int fd = file ? open(file, O_RDWR) : -1;
    micros = delay ? atol(delay) : 0;
    if (fd < 0) return;
    void *place = mmap(NULL, sizeof *count, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
    if (place != MAP_FAILED) count = place;
    close(fd);
}

static int through(const char *name, int fd) {
    int (*real)(int) = (int (*)(int))dlsym(RTLD_NEXT, name);
    int done = real(fd);
    if (count) atomic_fetch_add(count, 1);
    if (micros > 0) {
        struct timespec wait = {micros / 1000000, micros % 1000000 * 1000};
        nanosleep(&wait, NULL);
    }
    return done;
}

int fsync(int fd) { return through("fsync", fd); }
int fdatasync(int fd) { return through("fdatasync", fd); }
