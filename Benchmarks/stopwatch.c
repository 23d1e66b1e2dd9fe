/* Runs a command and writes to a file what it took: seconds on the clock, seconds of CPU time, kilobytes at most.
 *
 *     cc -O2 -o stopwatch Benchmarks/stopwatch.c
 *     stopwatch FILE COMMAND [WORD …]
 *
 * Its own process, because what a process has in memory before it becomes another program counts as that program's: started
 * from Python, every command would seem to need what Python needs. Ends as the command ends.
 */
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double now(void) {
  struct timespec time;
  clock_gettime(CLOCK_MONOTONIC, &time);
  return (double)time.tv_sec + (double)time.tv_nsec / 1e9;
}

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int words, char **word) {
  if (words < 3) return 2;
  pid_t child;
  int status;
  struct rusage used;
  double start = now();
  if (posix_spawnp(&child, word[2], NULL, NULL, word + 2, environ) != 0) {
    perror(word[2]);
    return 2;
  }
  if (wait4(child, &status, 0, &used) != child) return 2;
  double end = now();
  FILE *file = fopen(word[1], "w");
  if (!file) return 2;
  fprintf(file, "%.6f %.6f %ld\n", end - start, seconds(used.ru_utime) + seconds(used.ru_stime), used.ru_maxrss);
  fclose(file);
  return WIFEXITED(status) ? WEXITSTATUS(status) : 1;
}
