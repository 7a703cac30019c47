/* Stands between SQLite and the system, and counts every call that makes something durable in one folder:
 * writes, truncations, syncs and removals. At a chosen call it kills the process, tears the write in half and
 * kills, or lets the disk be full or faulty. It can also write every call down, for replaying power cuts.
 *
 * Loaded with LD_PRELOAD; told what to do through `fault_arm`, `fault_log` and `fault_mark`.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { QUIET, KILL, TORN, FULL, FAULTY };
enum { CREATE = 1, WRITE, TRUNCATE, SYNC, SYNC_FOLDER, REMOVE, MARK };

#define MOST 4096
static char *names[MOST]; /* of watched descriptors */
static char folder[1024];
static long counted, at;
static int mode = QUIET, log_to = -1;

static ssize_t (*real_pwrite)(int, const void *, size_t, off_t);
static int (*real_open)(const char *, int, ...);
static int (*real_close)(int);
static int (*real_fsync)(int);
static int (*real_fdatasync)(int);
static int (*real_unlink)(const char *);
static int (*real_ftruncate)(int, off_t);

__attribute__((constructor)) static void begin(void) {
    real_pwrite = dlsym(RTLD_NEXT, "pwrite64");
    real_open = dlsym(RTLD_NEXT, "open64");
    real_close = dlsym(RTLD_NEXT, "close");
    real_fsync = dlsym(RTLD_NEXT, "fsync");
    real_fdatasync = dlsym(RTLD_NEXT, "fdatasync");
    real_unlink = dlsym(RTLD_NEXT, "unlink");
    real_ftruncate = dlsym(RTLD_NEXT, "ftruncate64");
}

/* Watch files under `watched`; at call number `number` (0: never) do as `what` says. */
void fault_arm(const char *watched, long number, int what) {
    snprintf(folder, sizeof folder, "%s", watched);
    counted = 0;
    at = number;
    mode = what;
}

long fault_counted(void) { return counted; }

/* Write every call down into a file from now on. */
void fault_log(const char *file) { log_to = real_open(file, O_WRONLY | O_CREAT | O_TRUNC, 0600); }

static void note(int kind, const char *name, int64_t offset, const void *data, int64_t length) {
    if (log_to < 0)
        return;
    const char *base = strrchr(name, '/');
    char line[128];
    int size = snprintf(line, sizeof line, "%d %s %lld %lld\n", kind, base ? base + 1 : name,
                        (long long)offset, (long long)length);
    if (write(log_to, line, size) != size || (length && data && write(log_to, data, length) != length))
        abort();
}

/* Something that was acknowledged, between the calls. */
void fault_mark(long number) { note(MARK, "-", number, NULL, 0); }

static int watched(const char *name) { return folder[0] && !strncmp(name, folder, strlen(folder)); }

static const char *name_of(int fd) { return fd >= 0 && fd < MOST ? names[fd] : NULL; }

/* Whether the call fails, with errno set; may not return at all. */
static int strikes(int fd, const void *data, size_t length, off_t offset, int is_write) {
    counted++;
    if (mode == QUIET || !at || counted < at)
        return 0;
    if (mode == KILL && counted == at)
        raise(SIGKILL);
    if (mode == TORN && counted == at) {
        if (is_write && length > 1)
            real_pwrite(fd, data, length / 2, offset);
        raise(SIGKILL);
    }
    if (mode == FULL && is_write) {
        errno = ENOSPC;
        return 1;
    }
    if (mode == FAULTY && counted == at) {
        errno = EIO;
        return 1;
    }
    return 0;
}

static int opened(const char *name, int flags, mode_t rights) {
    struct stat there;
    int is_new = (flags & O_CREAT) && watched(name) && stat(name, &there) != 0;
    int fd = real_open(name, flags, rights);
    if (fd >= 0 && fd < MOST) {
        free(names[fd]);
        names[fd] = watched(name) ? strdup(name) : NULL;
        if (is_new)
            note(CREATE, name, 0, NULL, 0);
    }
    return fd;
}

#define RIGHTS(flags) ((flags) & (O_CREAT | O_TMPFILE) ? (va_start(rest, flags), va_arg(rest, int)) : 0)

int open(const char *name, int flags, ...) {
    va_list rest;
    return opened(name, flags, RIGHTS(flags));
}

int open64(const char *name, int flags, ...) {
    va_list rest;
    return opened(name, flags, RIGHTS(flags));
}

int close(int fd) {
    if (fd >= 0 && fd < MOST) {
        free(names[fd]);
        names[fd] = NULL;
    }
    return real_close(fd);
}

ssize_t pwrite64(int fd, const void *data, size_t length, off_t offset) {
    const char *name = name_of(fd);
    if (name && strikes(fd, data, length, offset, 1))
        return -1;
    ssize_t done = real_pwrite(fd, data, length, offset);
    if (name && done > 0)
        note(WRITE, name, offset, data, done);
    return done;
}

ssize_t pwrite(int fd, const void *data, size_t length, off_t offset) {
    return pwrite64(fd, data, length, offset);
}

static int synced(int fd, int (*real)(int)) {
    const char *name = name_of(fd);
    if (name && strikes(fd, NULL, 0, 0, 0))
        return -1;
    int done = real(fd);
    if (name && !done) {
        struct stat what;
        int is_folder = !fstat(fd, &what) && S_ISDIR(what.st_mode);
        note(is_folder ? SYNC_FOLDER : SYNC, name, 0, NULL, 0);
    }
    return done;
}

int fsync(int fd) { return synced(fd, real_fsync); }

int fdatasync(int fd) { return synced(fd, real_fdatasync); }

int unlink(const char *name) {
    if (watched(name) && strikes(-1, NULL, 0, 0, 0))
        return -1;
    int done = real_unlink(name);
    if (!done && watched(name))
        note(REMOVE, name, 0, NULL, 0);
    return done;
}

static int truncated(int fd, off_t length) {
    const char *name = name_of(fd);
    if (name && strikes(fd, NULL, 0, 0, 1))
        return -1;
    int done = real_ftruncate(fd, length);
    if (name && !done)
        note(TRUNCATE, name, length, NULL, 0);
    return done;
}

int ftruncate(int fd, off_t length) { return truncated(fd, length); }

int ftruncate64(int fd, off_t length) { return truncated(fd, length); }
