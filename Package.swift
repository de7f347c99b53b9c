// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]

/// The released program carries Swift's runtime: calls into it are cheaper than through a shared library (a tenth of the
/// time of extraction), and the program runs where no Swift is installed. Only the program: unsafe flags in a library
/// would keep other packages from using it.
let staticRuntime = ["-static-stdlib"]
let released = BuildSettingCondition.when(platforms: [.linux], configuration: .release)

/// Hot loops over bytes and tokens are compiled optimised in debug builds too, or the tests crawl.
func library(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
    .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(name: name, dependencies: dependencies + ["SeosTestSupport"], swiftSettings: settings)
}

let package = Package(
    name: "Seos",
    products: [
        .library(
            name: "Seos",
            targets: ["SeosModel", "SeosDocuments", "SeosExtract", "SeosPipeline", "SeosQuery", "SeosExport"]),
        .executable(name: "seos", targets: ["seos"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
    ],
    targets: [
        // C libraries, each wrapped once behind a header of our own (see CONTRIBUTING.md).
        .systemLibrary(name: "CICULink", pkgConfig: "icu-i18n", providers: [.apt(["libicu-dev"])]),
        .systemLibrary(name: "CSQLiteLink", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(name: "CEditLink", pkgConfig: "libedit", providers: [.apt(["libedit-dev"])]),
        .target(name: "CICU", dependencies: ["CICULink"]),
        .target(name: "CSQLite", dependencies: ["CSQLiteLink"]),
        .systemLibrary(name: "CXML2Link", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
        .target(name: "CXML2", dependencies: ["CXML2Link"]),
        .target(name: "CEdit", dependencies: ["CEditLink"]),
        .target(name: "SeosData"),
        .target(name: "CMemory"),

        library("SeosModel", []),
        library("SeosText", ["SeosModel", "CICU"]),
        library(
            "SeosLanguages", ["SeosModel", "SeosText", "SeosData", "CICU"],
            exclude: ["Packs", "Gazetteer", "Model", "Concepts"]),
        library("SeosDocuments", ["SeosModel", "SeosText", "SeosLanguages", "CXML2"]),
        library("SeosExtract", ["SeosModel", "SeosText", "SeosLanguages"]),
        library("SeosResolve", ["SeosModel", "SeosText", "SeosLanguages"]),
        library(
            "SeosStore",
            [
                "SeosModel", "SeosText", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        library("SeosImport", ["SeosModel", "SeosStore"]),
        library("SeosQuery", ["SeosModel", "SeosText", "CSQLite"]),
        library("SeosExport", ["SeosModel"]),
        library(
            "SeosPipeline",
            [
                "SeosModel", "SeosText", "SeosLanguages", "SeosDocuments", "SeosExtract", "SeosResolve", "SeosStore",
                "CMemory",
            ]),
        // Answers openCypher scenarios in tests; not installed.
        .executableTarget(name: "seos-tck", dependencies: ["SeosModel", "SeosQuery"], swiftSettings: settings),
        // Writes the tables of places; not installed.
        .executableTarget(
            name: "seos-places", dependencies: ["SeosLanguages", "SeosResolve"], swiftSettings: settings),
        .executableTarget(
            name: "seos",
            dependencies: [
                "SeosModel", "SeosText", "SeosLanguages", "SeosDocuments", "SeosExtract", "SeosResolve", "SeosStore",
                "SeosQuery", "SeosExport", "SeosImport", "SeosPipeline", "CEdit",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: settings + [.unsafeFlags(staticRuntime, released)],
            linkerSettings: [.unsafeFlags(staticRuntime, released)]),

        // Reads in a process of its own and fails in every way; only tests start it.
        .executableTarget(
            name: "seos-mock-reader", dependencies: ["SeosModel", "SeosDocuments"], path: "Tests/MockReader",
            swiftSettings: settings),
        .target(
            name: "SeosTestSupport", dependencies: ["SeosModel"], path: "Tests/SeosTestSupport", swiftSettings: settings
        ),
        tests("SeosModelTests", ["SeosModel"]),
        tests("SeosTextTests", ["SeosText"]),
        tests("SeosLanguagesTests", ["SeosLanguages"]),
        tests("SeosDocumentsTests", ["SeosDocuments", "SeosText", "seos-mock-reader"]),
        tests("SeosExtractTests", ["SeosExtract", "SeosDocuments"]),
        tests("SeosResolveTests", ["SeosResolve", "SeosModel", "SeosLanguages"]),
        tests("SeosStoreTests", ["SeosStore"]),
        tests("SeosQueryTests", ["SeosQuery", "CSQLite"]),
        tests("SeosExportTests", ["SeosExport"]),
        tests("SeosImportTests", ["SeosImport", "SeosStore", "SeosQuery", "SeosExport"]),
        tests("SeosPipelineTests", ["SeosPipeline", "SeosExport", "SeosQuery"]),
        tests("SeosCommandTests", ["seos"]),
    ],
    swiftLanguageModes: [.v6],
    cLanguageStandard: .c2x
)
