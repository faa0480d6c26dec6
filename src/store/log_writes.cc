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

// What asks about the file, or changes it otherwise, finds all that was written in it.
template <typename Call>
int after_writing(sqlite3_file* file, const Call& call) {
    const int code = log_of(file)->write_gathered();
    return code == SQLITE_OK ? call(log_of(file)->real()) : code;
}

int close_log(sqlite3_file* file) {
    const int code =
        after_writing(file, [](sqlite3_file* real) { return real->pMethods->xClose(real); });
    log_of(file)->~Log();
    return code;
}

int read_log(sqlite3_file* file, void* bytes, int count, sqlite3_int64 at) {
    const Log& log = *log_of(file);
    const auto read = [&](sqlite3_file* real) {
        return real->pMethods->xRead(real, bytes, count, at);
    };
    const bool overlaps = at < log.until() && at + count > log.from;
    return overlaps ? after_writing(file, read) : read(log_of(file)->real());
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

int truncate_log(sqlite3_file* file, sqlite3_int64 size) {
    return after_writing(file,
                         [&](sqlite3_file* real) { return real->pMethods->xTruncate(real, size); });
}

int sync_log(sqlite3_file* file, int flags) {
    return after_writing(file,
                         [&](sqlite3_file* real) { return real->pMethods->xSync(real, flags); });
}

int size_of_log(sqlite3_file* file, sqlite3_int64* size) {
    return after_writing(file,
                         [&](sqlite3_file* real) { return real->pMethods->xFileSize(real, size); });
}

int lock_log(sqlite3_file* file, int kind) {
    return log_of(file)->real()->pMethods->xLock(log_of(file)->real(), kind);
}

int unlock_log(sqlite3_file* file, int kind) {
    return log_of(file)->real()->pMethods->xUnlock(log_of(file)->real(), kind);
}

int check_log_lock(sqlite3_file* file, int* is_locked) {
    return log_of(file)->real()->pMethods->xCheckReservedLock(log_of(file)->real(), is_locked);
}

int control_log(sqlite3_file* file, int what, void* value) {
    return after_writing(
        file, [&](sqlite3_file* real) { return real->pMethods->xFileControl(real, what, value); });
}

int sector_size_of_log(sqlite3_file* file) {
    return log_of(file)->real()->pMethods->xSectorSize(log_of(file)->real());
}

int traits_of_log(sqlite3_file* file) {
    return log_of(file)->real()->pMethods->xDeviceCharacteristics(log_of(file)->real());
}

// The first version of these calls: the later ones share memory and map files, which SQLite asks of
// the book itself, never of its log.
const sqlite3_io_methods log_calls = [] {
    sqlite3_io_methods calls = {};
    calls.iVersion = 1;
    calls.xClose = close_log;
    calls.xRead = read_log;
    calls.xWrite = write_log;
    calls.xTruncate = truncate_log;
    calls.xSync = sync_log;
    calls.xFileSize = size_of_log;
    calls.xLock = lock_log;
    calls.xUnlock = unlock_log;
    calls.xCheckReservedLock = check_log_lock;
    calls.xFileControl = control_log;
    calls.xSectorSize = sector_size_of_log;
    calls.xDeviceCharacteristics = traits_of_log;
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
