/// Makes a tree of a page's bytes, which `HTMLGuard` made safe; offsets in it are those of the page as it came.
package protocol HTMLParser: Sendable {
  func parse(_ page: HTMLGuard) -> HTMLTree
}
