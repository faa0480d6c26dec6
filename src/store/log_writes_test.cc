#include "store/log_writes.h"

#include <gtest/gtest.h>
#include <sqlite3.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

namespace store {
namespace {

// A log opened as SQLite opens one, in a folder of its own.
class OpenLog {
public:
    OpenLog() : vfs_(sqlite3_vfs_find(gathered_log_writes())) {
        memory_.resize(static_cast<std::size_t>(vfs_->szOsFile));
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_WAL;
        // SQLite's names end with two noughts, and a log lies beside its book.
        std::ofstream((folder_ / "a.book").string(), std::ios::binary).flush();
        name_ = (folder_ / "a.book-wal").string() + std::string(2, '\0');
        std::ofstream(name_.c_str(), std::ios::binary).flush();
        EXPECT_EQ(vfs_->xOpen(vfs_, name_.c_str(), file(), flags, nullptr), SQLITE_OK);
    }
    ~OpenLog() {
        close();
        std::filesystem::remove_all(folder_);
    }
    OpenLog(const OpenLog&) = delete;
    OpenLog& operator=(const OpenLog&) = delete;

    void close() {
        if (file()->pMethods != nullptr) {
            EXPECT_EQ(calls().xClose(file()), SQLITE_OK);
            file()->pMethods = nullptr;
        }
    }
    void write(const std::string& bytes, std::size_t at) {
        EXPECT_EQ(calls().xWrite(file(), bytes.data(), static_cast<int>(bytes.size()),
                                 static_cast<sqlite3_int64>(at)),
                  SQLITE_OK);
    }
    std::string read(std::size_t count, std::size_t at) {
        std::string bytes(count, '\0');
        EXPECT_EQ(calls().xRead(file(), bytes.data(), static_cast<int>(count),
                                static_cast<sqlite3_int64>(at)),
                  SQLITE_OK);
        return bytes;
    }
    void sync() { EXPECT_EQ(calls().xSync(file(), SQLITE_SYNC_NORMAL), SQLITE_OK); }
    void truncate(std::size_t size) {
        EXPECT_EQ(calls().xTruncate(file(), static_cast<sqlite3_int64>(size)), SQLITE_OK);
    }
    std::size_t size() {
        sqlite3_int64 size = 0;
        EXPECT_EQ(calls().xFileSize(file(), &size), SQLITE_OK);
        return static_cast<std::size_t>(size);
    }
    // What every other program sees of the file.
    std::string on_disk() const {
        std::ifstream stream(name_.c_str(), std::ios::binary);
        return {std::istreambuf_iterator<char>(stream), {}};
    }
    const sqlite3_io_methods& calls() { return *file()->pMethods; }
    sqlite3_file* file() { return reinterpret_cast<sqlite3_file*>(memory_.data()); }

private:
    sqlite3_vfs* vfs_;
    std::filesystem::path folder_ = [] {
        std::string made = std::filesystem::temp_directory_path() / "onepurse-log-XXXXXX";
        EXPECT_NE(::mkdtemp(made.data()), nullptr);
        return made;
    }();
    std::string name_;
    std::vector<char> memory_;
};

TEST(LogWrites, pages_in_a_row_reach_the_file_at_the_sync) {
    OpenLog log;
    log.write("head", 0);
    log.write("page", 4);
    EXPECT_EQ(log.on_disk(), "");
    log.sync();
    EXPECT_EQ(log.on_disk(), "headpage");
}

TEST(LogWrites, what_was_written_and_not_synced_is_read) {
    OpenLog log;
    log.write("headpage", 0);
    EXPECT_EQ(log.read(4, 4), "page");
}

TEST(LogWrites, what_is_closed_without_a_sync_is_all_there) {
    OpenLog log;
    log.write("headpage", 0);
    log.close();
    EXPECT_EQ(log.on_disk(), "headpage");
}

TEST(LogWrites, more_than_is_gathered_at_once_is_written_whole) {
    OpenLog log;
    std::string all;
    for (int page = 0; page < 100; ++page) {
        const std::string bytes(4120, static_cast<char>('a' + page % 26));
        log.write(bytes, all.size());
        all += bytes;
    }
    log.write("end", all.size());
    log.sync();
    EXPECT_TRUE(log.on_disk() == all + "end");
}

TEST(LogWrites, any_order_of_calls_leaves_what_a_plain_file_would_hold) {
    std::mt19937 chance(20261129);  // any seed: the orders are to be the same in each run
    const auto below = [&](std::size_t bound) { return chance() % bound; };
    OpenLog log;
    std::string model;
    for (int turn = 0; turn < 1500; ++turn) {
        const std::size_t what = below(20);
        if (what < 14) {
            // Mostly where the last one ended; else anywhere in the file, over what is there.
            const std::size_t at = below(4) != 0 ? model.size() : below(model.size() + 1);
            const std::string bytes(1 + below(below(8) == 0 ? 65'536 : 5'000),
                                    static_cast<char>('a' + turn % 26));
            log.write(bytes, at);
            model.resize(std::max(model.size(), at + bytes.size()));
            model.replace(at, bytes.size(), bytes);
        } else if (what < 17 && !model.empty()) {
            const std::size_t at = below(model.size());
            const std::size_t count = 1 + below(std::min<std::size_t>(model.size() - at, 9'000));
            ASSERT_TRUE(log.read(count, at) == model.substr(at, count)) << "turn " << turn;
        } else if (what == 17) {
            log.sync();
            ASSERT_TRUE(log.on_disk() == model) << "turn " << turn;
        } else if (what == 18) {
            ASSERT_EQ(log.size(), model.size()) << "turn " << turn;
        } else if (below(10) == 0) {
            model.resize(below(model.size() + 1));
            log.truncate(model.size());
        }
    }
    log.close();
    EXPECT_TRUE(log.on_disk() == model);
}

TEST(LogWrites, a_write_that_the_system_refuses_is_told_at_the_sync) {
    sqlite3_vfs* const vfs = sqlite3_vfs_find(gathered_log_writes());
    std::vector<char> memory(static_cast<std::size_t>(vfs->szOsFile));
    auto* const file = reinterpret_cast<sqlite3_file*>(memory.data());
    // Nothing can be written to this device: it is always full.
    const std::string name = "/dev/full" + std::string(2, '\0');
    ASSERT_EQ(vfs->xOpen(vfs, name.c_str(), file, SQLITE_OPEN_READWRITE | SQLITE_OPEN_WAL, nullptr),
              SQLITE_OK);
    EXPECT_EQ(file->pMethods->xWrite(file, "page", 4, 0), SQLITE_OK);
    EXPECT_EQ(file->pMethods->xSync(file, SQLITE_SYNC_NORMAL) & 0xFF, SQLITE_FULL);
    EXPECT_NE(file->pMethods->xClose(file), SQLITE_OK);
}

}  // namespace
}  // namespace store
