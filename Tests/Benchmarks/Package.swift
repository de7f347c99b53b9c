// swift-tools-version: 6.1
import PackageDescription

// Measurements that need the libraries themselves. Not part of Seos:
//     swift run -c release --package-path Tests/Benchmarks language-speed
let package = Package(
    name: "Benchmarks",
    dependencies: [.package(name: "Seos", path: "../..")],
    targets: [
        .executableTarget(name: "language-speed", dependencies: [.product(name: "Seos", package: "Seos")])
    ],
    swiftLanguageModes: [.v6]
)
