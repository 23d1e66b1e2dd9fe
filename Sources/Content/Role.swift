/// What a section is for. `site.yaml` lists the roles with their headings; those that an edition asks for by name have
/// constants here.
package struct Role: Hashable, Sendable {
  package let id: String

  package init(id: String) { self.id = id }

  package static let hook = Role(id: "hook")
  package static let how = Role(id: "how")
  package static let signs = Role(id: "signs")
  package static let act = Role(id: "act")
  package static let slogan = Role(id: "slogan")
  package static let story = Role(id: "story")
  package static let quiz = Role(id: "quiz")
}
