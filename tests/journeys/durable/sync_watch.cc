// Stands between a program and the C library (LD_PRELOAD) and writes down, in order, what the
// program did to its write-ahead logs and what it said on the network. When the file named by
// SYNC_WATCH_FAIL exists, every sync fails as a broken disk fails it. One line an event, in the
// file named by SYNC_WATCH_LOG:
//   wal   bytes were written to a log          sync 0 / sync -1   a log was synced, or could not be
//   ask POST / ask GET   a request came        say 303            an answer went out
// For tests alone; the program knows nothing of it.

#include <dlfcn.h>
#include <fcntl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <cstdlib>
#include <cstring>

namespace {

int log_file() {
    static const int file = [] {
        const char* path = std::getenv("SYNC_WATCH_LOG");
        return path ? ::open(path, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    }();
    return file;
}

// One write of the kernel's own, appended whole, so that events of many threads keep their order.
void note(const char* event, long value = 0, bool has_value = false) {
    char line[64];
    const int length = has_value ? std::snprintf(line, sizeof line, "%s %ld\n", event, value)
                                 : std::snprintf(line, sizeof line, "%s\n", event);
    ::syscall(SYS_write, log_file(), line, length);
}

bool is_log(int file) {
    char link[64];
    char path[4096];
    std::snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    const ssize_t length = ::readlink(link, path, sizeof path - 1);
    return length > 4 && std::memcmp(path + length - 4, "-wal", 4) == 0;
}

bool must_fail() {
    const char* path = std::getenv("SYNC_WATCH_FAIL");
    return path && ::access(path, F_OK) == 0;
}

template <typename Function>
Function* real(Function*, const char* name) {
    return reinterpret_cast<Function*>(::dlsym(RTLD_NEXT, name));
}

int watched_sync(int (*sync)(int), int file) {
    if (!is_log(file)) {
        return sync(file);
    }
    if (must_fail()) {
        note("sync", -1, true);
        errno = EIO;
        return -1;
    }
    const int done = sync(file);
    note("sync", done, true);
    return done;
}

void note_said(const void* bytes, std::size_t count) {
    const char* text = static_cast<const char*>(bytes);
    if (count >= 12 && std::memcmp(text, "HTTP/1.1 ", 9) == 0) {
        note("say", std::strtol(text + 9, nullptr, 10), true);
    }
}

void note_asked(const void* bytes, ssize_t count) {
    if (count >= 5 && std::memcmp(bytes, "POST ", 5) == 0) {
        note("ask POST");
    } else if (count >= 4 && std::memcmp(bytes, "GET ", 4) == 0) {
        note("ask GET");
    }
}

}  // namespace

extern "C" {

int fdatasync(int file) {
    static const auto next = real(&::fdatasync, "fdatasync");
    return watched_sync(next, file);
}

int fsync(int file) {
    static const auto next = real(&::fsync, "fsync");
    return watched_sync(next, file);
}

ssize_t pwrite64(int file, const void* bytes, std::size_t count, off64_t at) {
    static const auto next = real(&::pwrite64, "pwrite64");
    if (is_log(file)) {
        note("wal");
    }
    return next(file, bytes, count, at);
}

ssize_t sendmsg(int socket, const msghdr* message, int flags) {
    static const auto next = real(&::sendmsg, "sendmsg");
    if (message->msg_iovlen > 0) {
        note_said(message->msg_iov[0].iov_base, message->msg_iov[0].iov_len);
    }
    return next(socket, message, flags);
}

ssize_t send(int socket, const void* bytes, std::size_t count, int flags) {
    static const auto next = real(&::send, "send");
    note_said(bytes, count);
    return next(socket, bytes, count, flags);
}

ssize_t recv(int socket, void* bytes, std::size_t count, int flags) {
    static const auto next = real(&::recv, "recv");
    const ssize_t got = next(socket, bytes, count, flags);
    note_asked(bytes, got);
    return got;
}

ssize_t recvmsg(int socket, msghdr* message, int flags) {
    static const auto next = real(&::recvmsg, "recvmsg");
    const ssize_t got = next(socket, message, flags);
    if (message->msg_iovlen > 0) {
        note_asked(message->msg_iov[0].iov_base, got);
    }
    return got;
}
}
