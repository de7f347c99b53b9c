#if canImport(Glibc)
    internal import Glibc
#else
    internal import Foundation
#endif

/// The time of one run: every `datetime()` in it is the same moment.
struct QueryClock {
    /// Since 1970-01-01T00:00Z.
    var seconds: Int64
    var nanosecond: Int64

    init() {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        seconds = Int64(time.tv_sec)
        nanosecond = Int64(time.tv_nsec)
    }

    var instant: ZonedDateTime.Instant { .init(seconds: seconds, nanosecond: nanosecond) }
}
