/* Fails calls on the ward's files as a dying disk does: LD_PRELOADed into a desk by failing-disk.test.ts.
   The file named by FAIL_ORDER holds one letter: f fails fsync, w fails writes (EIO), s writes half and then fails
   (ENOSPC); anything else lets all pass. Only files whose path contains FAIL_PATH are met. */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <unistd.h>

static char order(int fd) {
  const char *path = getenv("FAIL_PATH"), *file = getenv("FAIL_ORDER");
  char link[64], name[PATH_MAX], letter = '-';
  if (!path || !file) return '-';
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, name, sizeof name - 1);
  if (length < 0) return '-';
  name[length] = 0;
  if (!strstr(name, path)) return '-';
  int handle = open(file, O_RDONLY | O_CLOEXEC);
  if (handle < 0) return '-';
  if (read(handle, &letter, 1) != 1) letter = '-';
  close(handle);
  return letter;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

int fsync(int fd) {
  if (order(fd) == 'f') { errno = EIO; return -1; }
  return REAL(fsync)(fd);
}
int fdatasync(int fd) {
  if (order(fd) == 'f') { errno = EIO; return -1; }
  return REAL(fdatasync)(fd);
}
static ssize_t failing(char how, int fd, const void *bytes, size_t count, off64_t at) {
  if (how == 's' && count > 1) return REAL(pwrite64)(fd, bytes, count / 2, at);
  errno = how == 's' ? ENOSPC : EIO;
  return -1;
}
ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at) {
  char how = order(fd);
  return how == 'w' || how == 's' ? failing(how, fd, bytes, count, at) : REAL(pwrite64)(fd, bytes, count, at);
}
ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at) { return pwrite64(fd, bytes, count, at); }
