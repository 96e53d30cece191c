// swift-tools-version: 6.1
// Stemma: what really stands behind the news. Targets stand in the order of the pipeline.
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

/// A target with its tests, `Sources/<name>` and `Tests/<name>Tests`.
///
/// - Parameter inTests: what the tests use beyond what the target uses.
func module(
  _ name: String, uses dependencies: [Target.Dependency] = [], inTests: [Target.Dependency] = [],
  notes: [String] = [], fixtures: [String] = []
) -> [Target] {
  [
    .target(name: name, dependencies: dependencies, exclude: notes, swiftSettings: settings),
    .testTarget(
      name: name + "Tests",
      dependencies: [.init(stringLiteral: name), "StemmaTestSupport"] + dependencies + inTests, exclude: fixtures,
      swiftSettings: settings),
  ]
}

/// A step of the pipeline: it sees the nouns and the text kernels, and no other step.
func stage(
  _ name: String, uses dependencies: [Target.Dependency] = [], inTests: [Target.Dependency] = [], notes: [String] = []
) -> [Target] {
  module(name, uses: ["StemmaModel", "StemmaText"] + dependencies, inTests: inTests, notes: notes)
}

let package = Package(
  name: "stemma",
  platforms: [.macOS(.v15)],
  products: [
    .library(name: "StemmaKit", targets: ["StemmaModel", "StemmaPipeline"]),
    .executable(name: "stemma", targets: ["StemmaCommand"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser.git", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections.git", exact: "1.6.0"),
    .package(url: "https://github.com/apple/swift-crypto.git", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-nio.git", exact: "2.101.2"),
    .package(url: "https://github.com/swift-server/async-http-client.git", exact: "1.37.0"),
    .package(url: "https://github.com/groue/GRDB.swift.git", exact: "7.10.0"),
  ],
  targets: [
    module("StemmaModel"),
    module("StemmaText", uses: ["CWordVectors"]),
    module("StemmaSyntax", uses: ["CSyntaxModel"]),
    module(
      "StemmaFetch",
      uses: [
        "StemmaModel",
        .product(name: "AsyncHTTPClient", package: "async-http-client"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOHTTP1", package: "swift-nio"),
      ]),
    stage("StemmaRead", uses: ["CZlib", "CZstd", .product(name: "Crypto", package: "swift-crypto")]),
    stage("StemmaExtract", uses: ["CMyHTML"], inTests: ["CGumbo"]),
    stage("StemmaAnnotate", uses: ["StemmaSyntax"]),
    stage("StemmaMatch"),
    stage("StemmaCluster"),
    stage("StemmaAlign", notes: ["Divergences/README.md"]),
    stage(
      "StemmaDerive", uses: [.product(name: "HeapModule", package: "swift-collections")],
      notes: ["Traditions/README.md"]),
    // Not stages either: a flood of reports is folded through these one report at a time, and kept.
    module("StemmaCopies", uses: ["StemmaText"], notes: ["README.md"]),
    module("StemmaStories", uses: ["StemmaText"], notes: ["README.md"]),
    module(
      "StemmaStore",
      uses: [
        "StemmaModel", "CZstd", .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "GRDB", package: "GRDB.swift"),
      ], notes: ["README.md"], fixtures: ["Fixtures"]),
    // Not a stage: it asks a collation and its stemma one question, with the words of StemmaAlign's rules.
    module(
      "StemmaCheck", uses: ["StemmaModel", "StemmaText", "StemmaSyntax", "StemmaAlign"],
      inTests: ["StemmaExtract", "StemmaAnnotate", "StemmaMatch", "StemmaCluster", "StemmaDerive"]),
    module(
      "StemmaPipeline",
      uses: [
        "StemmaModel", "StemmaText", "StemmaFetch", "StemmaRead", "StemmaExtract", "StemmaAnnotate", "StemmaMatch",
        "StemmaCluster",
        "StemmaAlign", "StemmaDerive", "StemmaCheck", "StemmaCopies", "StemmaStories", "StemmaStore",
      ], inTests: ["StemmaPresent"]),
    module("StemmaPresent", uses: ["StemmaModel"], fixtures: ["Fixtures"]),
    [
      .executableTarget(
        name: "StemmaCommand",
        dependencies: [
          "StemmaModel", "StemmaPipeline", "StemmaPresent", "StemmaStore",
          .product(name: "ArgumentParser", package: "swift-argument-parser"),
        ],
        swiftSettings: settings),
      .testTarget(
        name: "StemmaCommandTests",
        dependencies: ["StemmaCommand", "StemmaModel", "StemmaPresent", "StemmaTestSupport"], swiftSettings: settings),
      .target(
        name: "StemmaTestSupport", dependencies: ["StemmaModel"], path: "Tests/StemmaTestSupport",
        swiftSettings: settings),
      // No product: the stages are of package access, so their stopwatch lives in the package. See Benchmarks/README.md.
      .executableTarget(
        name: "stemma-benchmarks",
        dependencies: [
          "StemmaModel", "StemmaText", "StemmaRead", "StemmaExtract", "StemmaAnnotate", "StemmaMatch", "StemmaCluster",
          "StemmaAlign", "StemmaDerive", "StemmaCopies", "StemmaStore", "StemmaPipeline", "StemmaPresent",
        ], path: "Benchmarks", exclude: ["README.md"], swiftSettings: settings),
      // Readers under a fuzzer, or one file at a time. See Fuzz/README.md.
      .executableTarget(
        name: "stemma-fuzz", dependencies: ["StemmaModel", "StemmaRead", "StemmaExtract", "StemmaAnnotate"],
        path: "Fuzz",
        exclude: ["README.md", "Seeds", "suppressions.txt"], swiftSettings: settings),
      // Learns the weights of StemmaSyntax from treebanks, and prints what those of directions are fitted on. See Training/README.md.
      .executableTarget(
        name: "stemma-train",
        dependencies: [
          "StemmaModel", "StemmaText", "StemmaSyntax", "StemmaExtract", "StemmaAnnotate", "StemmaMatch", "StemmaAlign",
          "StemmaDerive", "CWordVectors",
        ], path: "Training", exclude: ["README.md", "fit_directions.py"], swiftSettings: settings),
      .systemLibrary(name: "CMyHTML"),
      // A second HTML5 parser, for the tests alone.
      .systemLibrary(name: "CGumbo", path: "Tests/CGumbo"),
      .systemLibrary(name: "CZlib"),
      .systemLibrary(name: "CZstd"),
      .target(name: "CWordVectors", exclude: ["README.md", "words-256.i8.bin"]),
      .target(name: "CSyntaxModel", exclude: ["README.md", "english.syntax.bin", "training-record.txt"]),
    ],
  ].flatMap { $0 }
)
