/* The floor of what any generator can do: reads every .md file of a folder, turns it into HTML with cmark, writes it.
 * No front matter, no template, no links, no checks.
 *
 *     cc -O2 -pthread -o floor Benchmarks/floor.c -lcmark
 *     floor SOURCE OUTPUT [THREADS]
 */
#include <cmark.h>
#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { chunk = 16 };

static char **sources, **outputs;
static size_t count, room;
static atomic_size_t taken;

static void fail(const char *path) {
  perror(path);
  exit(1);
}

static char *joined(const char *folder, const char *name, const char *end) {
  size_t size = strlen(folder) + strlen(name) + strlen(end) + 2;
  char *path = malloc(size);
  if (!path) fail(name);
  snprintf(path, size, "%s/%s%s", folder, name, end);
  return path;
}

/* Lists the files of a folder and makes the folders of the output. */
static void gather(const char *source, const char *output) {
  if (mkdir(output, 0777) != 0) fail(output);
  DIR *folder = opendir(source);
  if (!folder) fail(source);
  struct dirent *entry;
  while ((entry = readdir(folder))) {
    const char *name = entry->d_name, *end = strrchr(name, '.');
    if (name[0] == '.') continue;
    if (entry->d_type == DT_DIR) {
      char *below = joined(source, name, ""), *made = joined(output, name, "");
      gather(below, made);
      free(below);
      free(made);
    } else if (end && strcmp(end, ".md") == 0) {
      if (count == room) {
        room = room ? 2 * room : 1024;
        sources = realloc(sources, room * sizeof *sources);
        outputs = realloc(outputs, room * sizeof *outputs);
        if (!sources || !outputs) fail("memory");
      }
      sources[count] = joined(source, name, "");
      outputs[count++] = joined(output, name, ".html");
    }
  }
  closedir(folder);
}

static void convert(const char *source, const char *output) {
  int in = open(source, O_RDONLY | O_CLOEXEC);
  struct stat found;
  if (in < 0 || fstat(in, &found) != 0) fail(source);
  size_t size = (size_t)found.st_size;
  char *text = malloc(size + 1);
  if (!text || read(in, text, size) != (ssize_t)size) fail(source);
  close(in);
  char *html = cmark_markdown_to_html(text, size, CMARK_OPT_DEFAULT);
  size_t length = strlen(html);
  int out = open(output, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
  if (out < 0 || write(out, html, length) != (ssize_t)length) fail(output);
  close(out);
  free(text);
  free(html);
}

static void *work(void *unused) {
  for (size_t first; (first = atomic_fetch_add(&taken, chunk)) < count;)
    for (size_t at = first; at < first + chunk && at < count; at++) convert(sources[at], outputs[at]);
  return unused;
}

int main(int words, char **word) {
  if (words < 3) {
    fprintf(stderr, "usage: floor SOURCE OUTPUT [THREADS]\n");
    return 2;
  }
  int threads = words > 3 ? atoi(word[3]) : 2;
  gather(word[1], word[2]);
  pthread_t others[64];
  if (threads < 1 || threads > 64) threads = 2;
  for (int at = 1; at < threads; at++)
    if (pthread_create(&others[at], NULL, work, NULL) != 0) fail("threads");
  work(NULL);
  for (int at = 1; at < threads; at++) pthread_join(others[at], NULL);
  return 0;
}
