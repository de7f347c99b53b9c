import Foundation
import Testing

@testable import SeosImport

@Suite struct CSVReaderTests {
    private func records(_ text: String, delimiter: UInt8 = UInt8(ascii: ",")) throws -> [[String?]] {
        let fixture = try ImportFixture(["x.csv": text])
        let reader = try CSVReader(path: fixture.graph + "/x.csv", delimiter: delimiter)
        var records: [[String?]] = []
        while try reader.next() {
            records.append(reader.fields.indices.map { reader.isNull($0) ? nil : reader.text($0) })
        }
        return records
    }

    @Test func fields() throws {
        #expect(try records("a,b\n1,\"x, \"\"y\"\"\"\n") == [["a", "b"], ["1", "x, \"y\""]])
        #expect(try records("a\r\n\"two\r\nlines\"\r\n") == [["a"], ["two\r\nlines"]])
        #expect(try records("\u{FEFF}a,b\n") == [["a", "b"]])
        #expect(try records(",\"\",x\n") == [[nil, "", "x"]])
        #expect(try records("a;b,c\n", delimiter: UInt8(ascii: ";")) == [["a", "b,c"]])
        #expect(try records("").isEmpty)
    }

    /// A record that is longer than what is read at once.
    @Test func longRecords() throws {
        let long = String(repeating: "õ\"\"", count: 900_000)
        let answer = try records("1,\"\(long)\"\n2,b\n")
        #expect(answer.count == 2)
        #expect(answer[0][1]?.utf8.count == 900_000 * 3)
        #expect(answer[1] == ["2", "b"])
    }

    @Test func linesAreCountedInsideValues() throws {
        let fixture = try ImportFixture(["x.csv": "a\n\"1\n2\n3\"\nb\n"])
        let reader = try CSVReader(path: fixture.graph + "/x.csv")
        var lines: [Int] = []
        while try reader.next() { lines.append(reader.line) }
        #expect(lines == [1, 2, 5])
    }

    @Test(arguments: [("0", 0), ("-5", -5), ("9223372036854775807", Int64.max), ("-9223372036854775808", Int64.min)])
    func integers(_ text: String, _ value: Int64) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { NumberText.integer($0) } == value)
    }

    @Test(arguments: ["", "-", "007", "-0", "+1", "1.0", " 1", "9223372036854775808", "12a", "٣"])
    func noIntegers(_ text: String) {
        #expect(Array(text.utf8).withUnsafeBufferPointer { NumberText.integer($0) } == nil)
    }

    @Test func numbers() {
        func isNumber(_ text: String) -> Bool { Array(text.utf8).withUnsafeBufferPointer { NumberText.isNumber($0) } }
        for text in ["1", "-1.5", "0.1", "1e5", "1.5E-3"] { #expect(isNumber(text)) }
        for text in ["", ".5", "1.", "01.5", "1e", "inf", "nan", "0x1", "1,5", "1 000"] { #expect(!isNumber(text)) }
        func double(_ text: String) -> Double? { Array(text.utf8).withUnsafeBufferPointer { NumberText.double($0) } }
        #expect(double("0.30000000000000004") == 0.30000000000000004)
        #expect(double("-12345678901234567.8e-3") == nil && double("12345678901234567.8") == nil)
        for text in ["1e999", "99999999999999999999", "0.123456789012345678"] { #expect(double(text) == nil) }
    }
}
