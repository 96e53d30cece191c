/// Why the store could not do what was asked. Nothing that was acknowledged is lost by any of these.
package struct StoreError: Error, Sendable, Equatable, CustomStringConvertible {
  package enum Code: Sendable, Equatable {
    case missing, empty, folder, notADatabase, notAStore, newer(schema: Int, known: Int), older(schema: Int), damaged,
      readOnly,
      notPermitted
    case full, locked(seconds: Int), inputOutput
    case unknownID, ambiguousID(count: Int), shortID, notAReport, notAStory
    case emptySearch
    case decision(String)
    case outlets(line: Int, reason: String)
    /// In SQLite's words.
    case other(String)
  }

  package var code: Code
  /// The store's path; of questions about ids and words, those as they were given.
  package var subject: String

  package init(_ code: Code, _ subject: String) {
    self.code = code
    self.subject = subject
  }

  /// One sentence: what, where, what to try.
  package var description: String {
    switch code {
    case .missing: "There is no store at \(subject): check the path, or make one with stemma ingest."
    case .empty:
      "\(subject) is an empty file, and was left as it is: check the path, or make a store of it with stemma ingest."
    case .folder: "\(subject) is a folder: give the file that stemma ingest made, or the name of a new one."
    case .notADatabase: "\(subject) is not a database: give the file that stemma ingest made."
    case .notAStore: "\(subject) is a database of another program, and was left as it is: give another path."
    case .newer(let schema, let known):
      "\(subject) was written by a newer stemma (schema \(schema), this one knows \(known)), and was left as it is: update stemma."
    case .older(let schema):
      "\(subject) has the older schema \(schema): let stemma doctor or stemma ingest bring it up to date where it can be written to."
    case .damaged:
      "\(subject) is damaged: copy it away, then ask stemma doctor what is wrong; sqlite3's .recover saves what can be read."
    case .readOnly: "\(subject) cannot be written to: check the permissions of the file and of its folder."
    case .notPermitted: "\(subject) cannot be opened: check the path and its permissions."
    case .full:
      "There is no room left for \(subject): what was at hand was taken back, and nothing acknowledged is lost. Make room and run the same command again."
    case .locked(let seconds):
      "\(subject) was kept locked by another program for \(seconds) seconds: what was at hand was not written, and nothing acknowledged is lost. Run the same command again when that program has ended."
    case .inputOutput:
      "\(subject) could not be read or written to its end: what was at hand was taken back. Check the disk, then run stemma doctor."
    case .unknownID: "Nothing in the store has the id \(subject): search for its words, or list the stories."
    case .ambiguousID(let count): "\(count) reports or stories begin with \(subject): give more of the id."
    case .shortID: "\(subject) is no id: an id is an r or an s and at least four of the signs 0–9 and a–f."
    case .notAReport: "\(subject) is a story, and a report is wanted: give an id that begins with r."
    case .notAStory: "\(subject) is a report, and a story is wanted: give an id that begins with s."
    case .emptySearch: "There is no word to search for in “\(subject)”: give at least one word that is wanted."
    case .decision(let reason): reason
    case .outlets(let line, let reason): "Line \(line) of \(subject) \(reason): nothing of the file was taken over."
    case .other(let message): "\(subject) refused: \(message). Run stemma doctor."
    }
  }
}
