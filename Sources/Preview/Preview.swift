package import Diagnostics
import Dispatch
import Glibc
package import Publishing

/// The site in a browser while it is being written: it is read anew whenever somebody saves something, and pages that have
/// changed load themselves again. Nothing is written to the disk.
package struct Preview: Sendable {
  /// How it is to be done.
  package struct Options: Sendable {
    /// An IPv4 address of this machine on which it answers; 0.0.0.0 is all of them.
    package var host = "127.0.0.1"
    package var port: UInt16 = 3150
    /// Whether files are looked at again and again, for drives of which the system does not tell what happens.
    package var isLooking = false
    /// The language of messages; nil leaves it to the site.
    package var language: MessageLanguage?

    package init() {}
  }

  /// Something to tell at the terminal.
  package enum Event: Sendable {
    /// It answers at this address, and on a phone in the same network at the other.
    case started(address: String, phone: String?)
    /// The system does not tell what happens; files are looked at.
    case looking
    /// The content was read.
    case read(Build.Report, milliseconds: Int)
    /// It could not be read.
    case failed(Wording)
  }

  /// What keeps it from starting.
  package enum Failure: Error {
    /// Another program answers at this port.
    case portTaken(UInt16)
    /// The system does not let it answer there: its number for the reason.
    case refused(String, UInt16, Int32)
  }

  private let root: String
  private let options: Options
  private let run: @Sendable (_ address: String) -> Build.Options

  /// - Parameter run: how the site is made for an address; asked before each time, because days pass.
  package init(of root: String, _ options: Options, run: @escaping @Sendable (_ address: String) -> Build.Options) {
    (self.root, self.options, self.run) = (root, options, run)
  }

  /// Shows the site until the process ends. Throws what keeps it from starting.
  package func run(_ tell: @Sendable (Event) -> Void) async throws -> Never {
    let memory = Memory(beside: root + "/public")
    let project = try ProjectFolder(root, memory: memory)
    let screen = Screen(run: "\(getpid()).\(time(nil))")
    do {
      try Server.start(host: options.host, port: options.port) { screen.answer($0) }
    } catch {
      switch error {
      case .taken: throw Failure.portTaken(options.port)
      case .refused(let reason): throw Failure.refused(options.host, options.port, reason)
      }
    }
    let isOpen = options.host != "127.0.0.1"
    let phone = isOpen ? (options.host == "0.0.0.0" ? LocalNetwork.address : options.host) : nil
    let address = "http://\(phone ?? "127.0.0.1"):\(options.port)/"
    tell(.started(address: "http://127.0.0.1:\(options.port)/", phone: phone.map { _ in address }))
    var watch = Watch(project.path, byLooking: options.isLooking)
    if !watch.isListening, !options.isLooking { tell(.looking) }
    var changed: Set<String>?
    while true {
      memory.begin(changed)
      var unfinished = await read(project, address, screen, tell)
      // What a run that failed did not get to know must be read by the next one.
      changed = unfinished == nil ? nil : []
      while true {
        // Remarks that take long wait until nobody is saving and the browser has its page.
        guard let change = watch.next(within: unfinished == nil ? nil : Self.pause) else {
          if let site = unfinished, let whole = site.site.completed(memory, unless: { watch.hasNews }) {
            // Nobody is told twice of the same.
            if whole.report.diagnostics != site.site.report.diagnostics {
              screen.show(whole, language(of: whole.report))
            }
            tell(.read(whole.report, milliseconds: site.milliseconds))
            unfinished = nil
          }
          continue
        }
        guard changed != nil, !change.isUnsure else {
          changed = nil
          break
        }
        changed = memory.changed(change.paths, in: project)
        if changed != [] { break }
      }
    }
  }

  /// Milliseconds between showing a page and looking for the remarks that take long.
  private static let pause: Int32 = 200

  /// Reads the content and shows it; nil when not all of it could be read.
  private func read(
    _ project: ProjectFolder, _ address: String, _ screen: Screen, _ tell: @Sendable (Event) -> Void
  ) async -> (site: LiveSite, milliseconds: Int)? {
    let start = DispatchTime.now()
    let problem: Wording
    do {
      let site = try await Build(project, run(address)).live()
      screen.show(site, language(of: site.report))
      return (site, Int((DispatchTime.now().uptimeNanoseconds - start.uptimeNanoseconds) / 1_000_000))
    } catch let error as PublishingError {
      problem = error.message
    } catch let error as FileSystemError {
      problem = error.message
    } catch {
      problem = Wording(zh: "读不了项目：\(error)", en: "The project could not be read: \(error)")
    }
    screen.show(
      Diagnostic(.error, "unreadable", at: Place(path: project.path), problem), options.language ?? .zh)
    tell(.failed(problem))
    return nil
  }

  private func language(of report: Build.Report) -> MessageLanguage {
    options.language ?? report.sourceLanguage.map { $0 == "zh" ? .zh : .en } ?? .zh
  }
}
