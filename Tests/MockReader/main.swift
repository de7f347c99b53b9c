import Glibc
import SeosDocuments

// The child of a `ReaderProcess` with a reader that fails as it is told to. Only tests start it.
exit(
    ReaderChild.run(limits: Array(CommandLine.arguments.dropFirst())) {
        var options = ReadingOptions()
        options.readers = [MockReader()] + DocumentReaders.all
        return options
    })
