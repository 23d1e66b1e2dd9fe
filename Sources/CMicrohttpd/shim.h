#include <microhttpd.h>

/// Starts a server on a socket that listens already (MHD_start_daemon, whose last arguments Swift cannot pass). Each
/// connection has a thread of its own, so that an answer may be waited for. NULL when it cannot start.
static inline struct MHD_Daemon *microhttpd_start(int socket, MHD_AccessHandlerCallback handler, void *owner,
                                                  unsigned int idle_seconds, unsigned int connections) {
  return MHD_start_daemon(MHD_USE_THREAD_PER_CONNECTION | MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_POLL, 0, NULL, NULL,
                          handler, owner, MHD_OPTION_LISTEN_SOCKET, socket, MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds,
                          MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_END);
}
