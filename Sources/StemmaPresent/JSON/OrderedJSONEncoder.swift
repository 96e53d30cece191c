/// Writes any `Encodable` as JSON, keys in the order in which the value encodes them: the same value, the same bytes.
///
/// Text is written as it comes, so a value must finish one nested container before it goes on with the outer one, and
/// open one container only. Whatever the compiler synthesizes does.
package struct OrderedJSONEncoder: Sendable {
  /// One space a level and one line a value; else no white space at all.
  package var indented: Bool
  /// Keys whose numbers are rounded, and to how many decimals.
  package var decimals: [String: Int]

  package init(indented: Bool = false, decimals: [String: Int] = [:]) {
    self.indented = indented
    self.decimals = decimals
  }

  /// The value as JSON in UTF-8, without a newline at the end.
  ///
  /// - Complexity: O(*n*) in the length of the output.
  package func encode(_ value: some Encodable) throws -> [UInt8] {
    let writer = JSONWriter(indented: indented, decimals: decimals)
    try writer.write(value)
    return writer.bytes
  }
}

extension JSONWriter {
  fileprivate func write(_ value: some Encodable) throws {
    let outer = depth
    let before = bytes.count
    try value.encode(to: JSONStream(writer: self))
    close(to: outer)
    if bytes.count == before {
      throw EncodingError.invalidValue(
        value, .init(codingPath: [], debugDescription: "encoded nothing, at \(path.joined(separator: "."))"))
    }
  }
}

private struct JSONKey: CodingKey {
  var stringValue: String
  var intValue: Int? { nil }
  init(stringValue: String) { self.stringValue = stringValue }
  init?(intValue: Int) { nil }
}

private struct JSONStream: Encoder {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { writer.path.map { JSONKey(stringValue: $0) } }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    writer.open(object: true)
    return KeyedEncodingContainer(JSONObject(writer: writer, depth: writer.depth))
  }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.open(object: false)
    return JSONArray(writer: writer, depth: writer.depth)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { JSONScalar(writer: writer) }
}

private struct JSONObject<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let writer: JSONWriter
  let depth: Int
  var codingPath: [any CodingKey] { JSONStream(writer: writer).codingPath }

  func encodeNil(forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.null()
  }

  func encode(_ value: String, forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.string(value)
  }

  func encode(_ value: Int, forKey key: Key) {
    writer.key(key.stringValue, at: depth)
    writer.integer(value)
  }

  func encode(_ value: some Encodable, forKey key: Key) throws {
    writer.key(key.stringValue, at: depth)
    try writer.write(value)
  }

  func nestedContainer<Nested: CodingKey>(
    keyedBy type: Nested.Type, forKey key: Key
  ) -> KeyedEncodingContainer<Nested> {
    writer.key(key.stringValue, at: depth)
    return JSONStream(writer: writer).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    writer.key(key.stringValue, at: depth)
    return JSONStream(writer: writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.key("super", at: depth)
    return JSONStream(writer: writer)
  }

  func superEncoder(forKey key: Key) -> any Encoder {
    writer.key(key.stringValue, at: depth)
    return JSONStream(writer: writer)
  }
}

private struct JSONArray: UnkeyedEncodingContainer {
  let writer: JSONWriter
  let depth: Int
  var codingPath: [any CodingKey] { JSONStream(writer: writer).codingPath }
  var count: Int { writer.count(at: depth) }

  func encodeNil() {
    writer.element(at: depth)
    writer.null()
  }

  func encode(_ value: String) {
    writer.element(at: depth)
    writer.string(value)
  }

  func encode(_ value: some Encodable) throws {
    writer.element(at: depth)
    try writer.write(value)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type) -> KeyedEncodingContainer<Nested> {
    writer.element(at: depth)
    return JSONStream(writer: writer).container(keyedBy: type)
  }

  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    writer.element(at: depth)
    return JSONStream(writer: writer).unkeyedContainer()
  }

  func superEncoder() -> any Encoder {
    writer.element(at: depth)
    return JSONStream(writer: writer)
  }
}

private struct JSONScalar: SingleValueEncodingContainer {
  let writer: JSONWriter
  var codingPath: [any CodingKey] { JSONStream(writer: writer).codingPath }

  func encodeNil() { writer.null() }
  func encode(_ value: Bool) { writer.bool(value) }
  func encode(_ value: String) { writer.string(value) }
  func encode(_ value: Double) throws { try writer.number(value) }
  func encode(_ value: Float) throws { try writer.number(Double("\(value)") ?? Double(value)) }
  func encode(_ value: Int) { writer.integer(value) }
  func encode(_ value: Int8) { writer.integer(value) }
  func encode(_ value: Int16) { writer.integer(value) }
  func encode(_ value: Int32) { writer.integer(value) }
  func encode(_ value: Int64) { writer.integer(value) }
  func encode(_ value: UInt) { writer.integer(value) }
  func encode(_ value: UInt8) { writer.integer(value) }
  func encode(_ value: UInt16) { writer.integer(value) }
  func encode(_ value: UInt32) { writer.integer(value) }
  func encode(_ value: UInt64) { writer.integer(value) }
  func encode(_ value: some Encodable) throws { try writer.write(value) }
}
