import Glibc

/// This machine among others.
enum LocalNetwork {
  /// The first IPv4 address by which others in the same network reach this machine; nil when there is none.
  static var address: String? {
    var list: UnsafeMutablePointer<ifaddrs>?
    guard getifaddrs(&list) == 0 else { return nil }
    defer { freeifaddrs(list) }
    var next = list
    while let entry = next?.pointee {
      next = entry.ifa_next
      guard let address = entry.ifa_addr, address.pointee.sa_family == sa_family_t(AF_INET),
        entry.ifa_flags & UInt32(IFF_LOOPBACK) == 0, entry.ifa_flags & UInt32(IFF_UP) != 0
      else { continue }
      var text = [CChar](repeating: 0, count: Int(INET_ADDRSTRLEN))
      let isThere = address.withMemoryRebound(to: sockaddr_in.self, capacity: 1) { pointer in
        inet_ntop(AF_INET, &pointer.pointee.sin_addr, &text, socklen_t(INET_ADDRSTRLEN)) != nil
      }
      if isThere { return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self) }
    }
    return nil
  }
}
