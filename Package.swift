// swift-tools-version: 6.1

import PackageDescription

/// Every target is built with the same rules: Swift 6, explicit existentials, and imports that say
/// whether they are part of a module's interface.
let rules: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

/// Distilling and learning go over whole weeks: without optimisation the tests of the audit take ten times as long. On
/// the desktop a slow look comes too late.
let fast: [SwiftSetting] = rules + [.unsafeFlags(["-O"], .when(configuration: .debug))]

// A target may depend only on the ones above it: the build refuses what is not declared here.
let package = Package(
  name: "understudy",
  products: [
    .executable(name: "understudy", targets: ["understudy"]),
    .library(name: "Trace", targets: ["Trace"]),
    .library(name: "Surfaces", targets: ["Surfaces"]),
    .library(name: "SurfaceTesting", targets: ["SurfaceTesting"]),
  ],
  dependencies: [
    // The command line: parsing, help, completions.
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    // AES-GCM, HPKE, HMAC and scrypt: sealing what is recorded.
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    // SQLite with write-ahead logging and migrations: the journal's rows.
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    // The signals that pause, resume and end a recording, as an asynchronous sequence.
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    // Starts Chromium and talks to it over descriptors, without an open port; has tesseract read texts in pictures.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
    // The console: a small web server, its types and its log.
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    // Comma-separated values, as spreadsheets write them.
    .package(url: "https://github.com/swiftcsv/SwiftCSV", from: "0.10.0"),
    // File descriptors and paths that close and compare as they should.
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
  ],
  targets: [
    .target(name: "Trace", swiftSettings: rules),
    .target(name: "Surfaces", dependencies: ["Trace"], swiftSettings: rules),
    .target(
      name: "SurfaceTesting", dependencies: ["Trace", "Surfaces"], resources: [.copy("Browser/Pages")],
      swiftSettings: rules),
    .target(name: "Guard", dependencies: ["Trace"], swiftSettings: rules),
    // Keyring and memory: what the kernel does for keys.
    .target(name: "CKernel"),
    .target(
      name: "Journal",
      dependencies: [
        "Trace", "Guard", "CKernel", "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "CryptoExtras", package: "swift-crypto"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: rules),
    .target(
      name: "BrowserSurface",
      dependencies: [
        "Trace", "Surfaces",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      // In the code, so that the binary works wherever it is copied.
      resources: [.embedInCode("Resources")],
      swiftSettings: rules),
    // X11's requests, and keys under any layout; D-Bus, on which applications tell of their elements.
    .target(
      name: "CX11",
      linkerSettings: [
        "xcb", "xcb-xinput", "xcb-xkb", "xcb-xtest", "xcb-xfixes", "xcb-record", "xkbcommon", "xkbcommon-x11",
      ].map {
        .linkedLibrary($0)
      }),
    // The sign over all windows of a Wayland session.
    .target(name: "CWayland", linkerSettings: [.linkedLibrary("wayland-client")]),
    .target(name: "CBus", linkerSettings: [.linkedLibrary("systemd")]),
    // What is under the pointer is looked at while the application begins to change it.
    .target(
      name: "DesktopSurface",
      dependencies: [
        "Trace", "Surfaces", "CX11", "CBus", "CWayland",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: fast),
    .systemLibrary(name: "CZlib", providers: [.apt(["zlib1g-dev"])]),
    .target(
      name: "Exchange",
      dependencies: ["Trace", "CZlib", .product(name: "SwiftCSV", package: "SwiftCSV")],
      swiftSettings: rules),
    .target(
      name: "Watch",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "CKernel", "Exchange",
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: rules),
    .target(name: "Distill", dependencies: ["Trace"], swiftSettings: fast),
    .target(name: "Learn", dependencies: ["Trace", "Distill"], swiftSettings: fast),
    .target(
      name: "Perform",
      dependencies: ["Trace", "Surfaces", "Distill", "Learn", .product(name: "Crypto", package: "swift-crypto")],
      swiftSettings: rules),
    .target(
      name: "Report", dependencies: ["Trace", "Distill", "Learn"],
      resources: [.embedInCode("Page/page.html"), .embedInCode("Page/page.css"), .embedInCode("Page/process.css")],
      swiftSettings: rules),
    // What was found in what was recorded, what the person taught, and words for both.
    .target(
      name: "Findings", dependencies: ["Trace", "Guard", "Journal", "Distill", "Learn", "Report"],
      swiftSettings: rules),
    .target(
      name: "Console",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "Watch", "Distill", "Perform", "Report", "Exchange", "Findings",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("Resources")],
      swiftSettings: rules),
    .executableTarget(
      name: "understudy",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "BrowserSurface", "DesktopSurface", "Watch", "Distill", "Learn",
        "Perform", "Report", "Exchange", "Findings", "Console",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "UnixSignals", package: "swift-service-lifecycle"),
      ],
      swiftSettings: rules),
    .executableTarget(
      name: "understudy-bench",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "BrowserSurface", "DesktopSurface", "Watch", "Exchange", "Distill",
        "Learn", "Perform", "Report", "SurfaceTesting", "Scripted",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Benchmarks",
      exclude: [
        "setup", "Mine/peers.py", "Redact/presidio_peer.py", "Perform/playwright_steps.py", "Perform/steps.html",
      ],
      resources: [.copy("Capture/Pages")],
      swiftSettings: rules),
    .testTarget(name: "DistillTests", dependencies: ["Trace", "Distill"], swiftSettings: rules),
    .testTarget(name: "LearnTests", dependencies: ["Trace", "Distill", "Learn"], swiftSettings: rules),
    .executableTarget(
      name: "understudy-demo",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "BrowserSurface", "Watch",
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      path: "Examples/Demo",
      swiftSettings: rules),
    // A worker whose mixture of work is known, and a home with days of theirs.
    .target(name: "Scripted", dependencies: ["Trace", "Report"], path: "Tests/Scripted", swiftSettings: rules),
    .executableTarget(
      name: "ConsoleHome", dependencies: ["Trace", "Surfaces", "Guard", "Journal", "Scripted"],
      path: "Tests/ConsoleHome", swiftSettings: rules),
    .testTarget(
      name: "ReportTests", dependencies: ["Trace", "Distill", "Learn", "Report", "Scripted"], swiftSettings: rules),
    .testTarget(
      name: "ConsoleTests",
      dependencies: ["Trace", "Surfaces", "Guard", "Journal", "Perform", "Findings", "Console", "ConsoleHome"],
      swiftSettings: rules),
    .testTarget(
      name: "PerformTests", dependencies: ["Trace", "Surfaces", "Learn", "Perform"], swiftSettings: rules),
    .testTarget(
      name: "WatchTests", dependencies: ["Trace", "Surfaces", "Guard", "Journal", "Watch"], swiftSettings: rules),
    .testTarget(name: "ExchangeTests", dependencies: ["Trace", "Exchange"], swiftSettings: rules),
    .testTarget(
      name: "BrowserSurfaceTests",
      dependencies: [
        "Trace", "Surfaces", "Guard", "Journal", "SurfaceTesting", "BrowserSurface", "Watch", "Learn", "Planted",
        "understudy",
      ],
      resources: [.copy("Pages")],
      swiftSettings: rules),
    .testTarget(
      name: "DesktopSurfaceTests",
      dependencies: [
        "Trace", "Surfaces", "SurfaceTesting", "Learn", "Guard", "Journal", "Watch", "Planted", "DesktopSurface",
        "BrowserSurface", "Distill", "Perform",
      ],
      swiftSettings: rules),
    // Secrets planted by tests, and the search for them, in every byte of what was written.
    .target(name: "Planted", dependencies: ["CZlib"], path: "Tests/Planted", swiftSettings: fast),
    .testTarget(
      name: "GuardTests", dependencies: ["Guard", "Trace", "Planted"], resources: [.copy("Resources")],
      swiftSettings: rules),
    .testTarget(
      name: "CommandTests",
      dependencies: ["understudy", "JournalProcess", "RecorderProcess", "Planted", "Trace", "SurfaceTesting"],
      swiftSettings: rules),
    // A recorder of a surface on which something happens every millisecond.
    .executableTarget(
      name: "RecorderProcess", dependencies: ["Watch", "Journal", "Guard", "Surfaces", "Trace"],
      path: "Tests/RecorderProcess", swiftSettings: rules),
    // A recorder that tests can kill.
    .executableTarget(
      name: "JournalProcess", dependencies: ["Journal", "Guard", "Trace", "Planted"], path: "Tests/JournalProcess",
      swiftSettings: rules),
    .testTarget(
      name: "JournalTests",
      dependencies: ["Journal", "Guard", "Trace", "Planted", "JournalProcess", "RecorderProcess", "CKernel"],
      resources: [.copy("Resources")], swiftSettings: rules),
  ]
)

// Fuzzing brings an entry point of its own, which no other build can link: `scripts/fuzz` asks for it.
if Context.environment["UNDERSTUDY_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "understudy-fuzz",
      dependencies: ["Trace", "Guard", "Journal", "BrowserSurface", "Exchange", "Distill"],
      path: "Tests/Fuzz", exclude: ["Corpora"], swiftSettings: rules))
}
