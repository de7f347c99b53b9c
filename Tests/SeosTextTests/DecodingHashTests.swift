import SeosText
import Testing

@Suite struct DecodingHashTests {
    @Test func agreesWithPublishedVectors() {
        let empty = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"
        #expect(ContentHash.sha256Hex([]) == empty)
        let abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"
        #expect(ContentHash.sha256Hex(Array("abc".utf8)) == abc)
        let twoBlocks = "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1"
        #expect(
            ContentHash.sha256Hex(Array("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq".utf8)) == twoBlocks)
    }

    @Test func hashesAMillionLetters() {
        let million = "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0"
        #expect(ContentHash.sha256Hex([UInt8](repeating: 0x61, count: 1_000_000)) == million)
    }
}
