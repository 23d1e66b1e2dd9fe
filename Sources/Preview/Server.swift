private import CMicrohttpd
import Glibc

/// What a browser asks for.
struct Request: Sendable {
  /// With `/` in front, decoded once.
  let path: String
  /// The name by which the browser knows this machine, with the port.
  let host: String
  /// What stands behind the `?`.
  let query: [String: String]
}

/// What it is told.
struct Answer: Sendable {
  var status = 200
  var headers: [(name: String, value: String)] = []
  var body: [UInt8]
}

/// A web server on a socket. It reads no file: whatever is asked for, `answer` decides. Requests that are none are refused,
/// slow readers lose their connection after half a minute.
final class Server: Sendable {
  private let answer: @Sendable (Request) -> Answer

  /// What did not work.
  enum Failure: Error {
    case taken
    case refused(Int32)
  }

  /// Seconds after which somebody who does nothing is let go.
  private static let patience: UInt32 = 30
  /// Connections at a time.
  private static let crowd: UInt32 = 200

  private init(_ answer: @escaping @Sendable (Request) -> Answer) { self.answer = answer }

  /// Starts to answer; goes on until the process ends.
  /// - Parameter host: an IPv4 address of this machine.
  static func start(host: String, port: UInt16, _ answer: @escaping @Sendable (Request) -> Answer) throws(Failure) {
    let socket = try listening(host, port)
    let owner = Unmanaged.passRetained(Server(answer))
    let daemon = microhttpd_start(
      socket,
      { owner, connection, url, method, _, _, _, seen in
        guard let owner, let connection, let url, let method, let seen else { return .NO }
        let server = Unmanaged<Server>.fromOpaque(owner).takeUnretainedValue()
        let isReading = ["GET", "HEAD"].contains(String(cString: method))
        // It calls once for the head of a request, and again when all is there.
        if isReading, seen.pointee == nil {
          seen.pointee = owner
          return .YES
        }
        let request = isReading ? Server.request(connection, path: String(cString: url)) : nil
        let refusal = Answer(status: 405, headers: [("Allow", "GET, HEAD")], body: [])
        return Server.send(request.map(server.answer) ?? refusal, on: connection)
      }, owner.toOpaque(), patience, crowd)
    if daemon == nil {
      owner.release()
      close(socket)
      throw .refused(errno)
    }
  }

  private static func listening(_ host: String, _ port: UInt16) throws(Failure) -> Int32 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    guard inet_pton(AF_INET, host, &address.sin_addr) == 1 else { throw .refused(EADDRNOTAVAIL) }
    let socket = socket(AF_INET, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard socket >= 0 else { throw .refused(errno) }
    var yes: Int32 = 1
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    let isBound = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(socket, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
    guard isBound, listen(socket, 64) == 0 else {
      let reason = errno
      close(socket)
      throw reason == EADDRINUSE ? .taken : .refused(reason)
    }
    return socket
  }

  private static func request(_ connection: OpaquePointer, path: String) -> Request {
    func value(_ kind: MHD_ValueKind, _ name: String) -> String? {
      MHD_lookup_connection_value(connection, kind, name).map { String(cString: $0) }
    }
    var query: [String: String] = [:]
    for name in ["seen", "page"] { query[name] = value(.GET_ARGUMENT_KIND, name) }
    return Request(path: path, host: value(.HEADER_KIND, "Host") ?? "", query: query)
  }

  private static func send(_ answer: Answer, on connection: OpaquePointer) -> MHD_Result {
    var body = answer.body
    let response = body.withUnsafeMutableBytes {
      MHD_create_response_from_buffer($0.count, $0.baseAddress, .RESPMEM_MUST_COPY)
    }
    guard let response else { return .NO }
    defer { MHD_destroy_response(response) }
    for header in answer.headers { MHD_add_response_header(response, header.name, header.value) }
    return MHD_queue_response(connection, UInt32(answer.status), response)
  }
}
