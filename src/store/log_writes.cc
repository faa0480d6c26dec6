#include "store/log_writes.h"

#include <sqlite3.h>

#include <cstring>
#include <memory>
#include <new>

#include "base/check.h"

namespace store {

namespace {

// SQLite's own writing takes no more than 131,071 bytes in one call.
constexpr sqlite3_int64 gathered_max = 122'880;

// The system's own VFS. It opens the real file right behind a Log, in the memory SQLite gives.
sqlite3_vfs* system_vfs() {
    static sqlite3_vfs* const found =
        sqlite3_initialize() == SQLITE_OK ? sqlite3_vfs_find(nullptr) : nullptr;
    CHECK(found != nullptr);
    return found;
}

struct Log : sqlite3_file {
    std::unique_ptr<char[]> gathered = std::make_unique<char[]>(gathered_max);
    sqlite3_int64 from = 0;  // where in the file the gathered bytes begin
    sqlite3_int64 size = 0;

    sqlite3_file* real() { return reinterpret_cast<sqlite3_file*>(this + 1); }
    sqlite3_int64 until() const { return from + size; }

    int write_gathered() {
        if (size == 0) {
            return SQLITE_OK;
        }
        const int code =
            real()->pMethods->xWrite(real(), gathered.get(), static_cast<int>(size), from);
        if (code == SQLITE_OK) {
            size = 0;
        }
        return code;
    }
};

Log* log_of(sqlite3_file* file) {
    return static_cast<Log*>(file);
}

// What the system's own file answers.
template <auto call, typename... Args>
int of_real(sqlite3_file* file, Args... args) {
    sqlite3_file* const real = log_of(file)->real();
    return (real->pMethods->*call)(real, args...);
}

// The same for what asks about the file or changes it otherwise: it finds all that was written.
template <auto call, typename... Args>
int after_writing(sqlite3_file* file, Args... args) {
    const int code = log_of(file)->write_gathered();
    return code == SQLITE_OK ? of_real<call>(file, args...) : code;
}

int close_log(sqlite3_file* file) {
    const int written = log_of(file)->write_gathered();
    const int closed = of_real<&sqlite3_io_methods::xClose>(file);
    log_of(file)->~Log();
    return written == SQLITE_OK ? closed : written;
}

int read_log(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    const Log& log = *log_of(file);
    const bool overlaps = at < log.until() && at + count > log.from;
    return overlaps ? after_writing<&sqlite3_io_methods::xRead>(file, bytes, count, at)
                    : of_real<&sqlite3_io_methods::xRead>(file, bytes, count, at);
}

int write_log(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 at) {
    Log& log = *log_of(file);
    const bool follows = at == log.until() && log.size + count <= gathered_max;
    if (!follows) {
        const int code = log.write_gathered();
        if (code != SQLITE_OK) {
            return code;
        }
        log.from = at;
    }
    CHECK(count <= gathered_max);  // a page is at most half of that
    std::memcpy(log.gathered.get() + log.size, bytes, static_cast<std::size_t>(count));
    log.size += count;
    return SQLITE_OK;
}

// The first version of these calls: the later ones share memory and map files, which SQLite asks of
// the book itself, never of its log.
const sqlite3_io_methods log_calls = [] {
    sqlite3_io_methods calls = {};
    calls.iVersion = 1;
    calls.xClose = close_log;
    calls.xRead = read_log;
    calls.xWrite = write_log;
    calls.xTruncate = after_writing<&sqlite3_io_methods::xTruncate, sqlite3_int64>;
    calls.xSync = after_writing<&sqlite3_io_methods::xSync, int>;
    calls.xFileSize = after_writing<&sqlite3_io_methods::xFileSize, sqlite3_int64*>;
    calls.xLock = of_real<&sqlite3_io_methods::xLock, int>;
    calls.xUnlock = of_real<&sqlite3_io_methods::xUnlock, int>;
    calls.xCheckReservedLock = of_real<&sqlite3_io_methods::xCheckReservedLock, int*>;
    calls.xFileControl = after_writing<&sqlite3_io_methods::xFileControl, int, void*>;
    calls.xSectorSize = of_real<&sqlite3_io_methods::xSectorSize>;
    calls.xDeviceCharacteristics = of_real<&sqlite3_io_methods::xDeviceCharacteristics>;
    return calls;
}();

int open_file(sqlite3_vfs*, const char* name, sqlite3_file* file, int flags, int* flags_given) {
    if ((flags & SQLITE_OPEN_WAL) == 0) {
        return system_vfs()->xOpen(system_vfs(), name, file, flags, flags_given);
    }
    Log* const log = new (file) Log;
    log->pMethods = nullptr;
    const int code = system_vfs()->xOpen(system_vfs(), name, log->real(), flags, flags_given);
    if (code != SQLITE_OK) {
        log->~Log();
        return code;
    }
    log->pMethods = &log_calls;
    return SQLITE_OK;
}

}  // namespace

const char* gathered_log_writes() {
    static sqlite3_vfs vfs = [] {
        // Everything but opening is the system's; its calls do not ask whose they are.
        sqlite3_vfs made = *system_vfs();
        made.zName = "gathered_log_writes";
        made.szOsFile = static_cast<int>(sizeof(Log)) + system_vfs()->szOsFile;
        made.pNext = nullptr;
        made.xOpen = open_file;
        return made;
    }();
    static const bool registered = sqlite3_vfs_register(&vfs, 0) == SQLITE_OK;
    CHECK(registered);
    return vfs.zName;
}

}  // namespace store
