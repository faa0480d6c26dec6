#include "faults.h"

#include <filesystem>
#include <fstream>
#include <utility>

namespace year {

namespace fs = std::filesystem;

namespace {

Faults* watching = nullptr;

}  // namespace

// The linker gives these names to the true carry_out and to who stands before it.
Outcome true_carry_out(casework::Desk& desk, const casework::Act& act,
                       const Faults::Journey& journey,
                       std::string& answer) asm("__real_" ONEPURSE_CARRY_OUT);
Outcome watched_carry_out(casework::Desk& desk, const casework::Act& act,
                          const Faults::Journey& journey,
                          std::string& answer) asm("__wrap_" ONEPURSE_CARRY_OUT);

Outcome watched_carry_out(casework::Desk& desk, const casework::Act& act,
                          const Faults::Journey& journey, std::string& answer) {
    return watching ? watching->pass(desk, act, journey, answer, &true_carry_out)
                    : true_carry_out(desk, act, journey, answer);
}

Faults::Faults(store::Store& book, std::string folder, std::uint64_t seed)
    : book_(book), folder_(std::move(folder)), chance_(Random::seeded(seed)) {
    CHECK(watching == nullptr);
    watching = this;
}

Faults::~Faults() {
    watching = nullptr;
}

std::vector<std::string> Faults::take_failures() {
    return std::exchange(failures_, {});
}

void Faults::check(bool holds, const casework::Act& act, const std::string& words) {
    if (!holds) {
        failures_.push_back(act.name + ": " + words);
    }
}

Faults::Log Faults::log_now() const {
    const std::string path = book_.path() + "-wal";
    Log log;
    std::error_code error;
    log.size = fs::exists(path, error) ? fs::file_size(path, error) : 0;
    std::ifstream in(path, std::ios::binary);
    log.head.resize(32);
    in.read(log.head.data(), 32);
    return log;
}

void Faults::reopen(std::uintmax_t log_bytes) {
    const fs::path before = book_.path();
    const fs::path after = fs::path(folder_) / ("book-" + std::to_string(++opened_));
    std::error_code error;
    fs::copy_file(before, after);
    if (fs::exists(before.string() + "-wal", error)) {
        fs::copy_file(before.string() + "-wal", after.string() + "-wal");
        fs::resize_file(after.string() + "-wal", log_bytes);
    }
    Result<std::unique_ptr<store::Store>> opened =
        store::Store::open(after.string(), book_.authority());
    CHECK(opened.has_value());
    book_ = std::move(**opened);
    opened->reset();  // ends the one that was killed
    for (const char* part : {"", "-wal", "-shm"}) {
        fs::remove(before.string() + part, error);
    }
    ++counts_.crashes;
}

void Faults::crash() {
    reopen(log_now().size);
}

std::string Faults::state() {
    return book_.read([](store::Snapshot& snapshot) {
        std::vector<std::string> tables;
        for (store::Rows rows = snapshot.query(
                 "select name from sqlite_master where type = 'table' order by name");
             rows.next();) {
            tables.push_back(rows.text(0));
        }
        std::string sums;
        for (const std::string& table : tables) {
            std::string sum = "0";
            for (store::Rows rows =
                     snapshot.query("select name, type from pragma_table_info(?)", table);
                 rows.next();) {
                const std::string column = rows.text(0);
                sum.append(" + coalesce(length(").append(column).append("), 0)");
                if (rows.text(1) == "bigint") {
                    sum.append(" + 31 * coalesce(").append(column).append(", 7)");
                }
            }
            std::string counted = "select count(*), coalesce(sum(";
            counted.append(sum).append("), 0) from ").append(table);
            store::Rows rows = snapshot.query(counted);
            CHECK(rows.next());
            sums.append(table).append(" ").append(std::to_string(rows.number(0)));
            sums.append(" ").append(std::to_string(rows.number(1))).append("\n");
        }
        return sums;
    });
}

Outcome Faults::pass(casework::Desk& desk, const casework::Act& act, const Journey& journey,
                     std::string& answer, CarryOut real) {
    ++counts_.acts;
    const RequestId given = desk.request;
    if (given.is_none()) {
        desk.request = chance_.id<RequestId>(desk.now.seconds * 1000);
    }
    const std::uint64_t fault = chance_.below(100);
    Outcome outcome = Done{};
    if (fault < 8 || (fault >= 8 && fault < 14)) {
        // Sent twice: by a double click, or because the answer to the first was lost in a crash.
        const bool lost = fault >= 8;
        ++(lost ? counts_.answers_lost : counts_.sent_twice);
        const Outcome first = real(desk, act, journey, answer);
        if (lost) {
            crash();
        }
        const std::string before = state();
        std::string again;
        outcome = real(desk, act, journey, again);
        check(outcome.has_value() == first.has_value(), act,
              "sent again it was answered otherwise");
        check(!first || again == answer, act, "the same key has two answers");
        check(state() == before, act, "sent again it changed the book");
        answer = again;
    } else if (fault < 17) {
        crash();
        outcome = real(desk, act, journey, answer);
    } else if (fault < 21) {
        // The power fails: of what the act wrote, any part may have reached the disk. Nobody was
        // answered.
        ++counts_.power_cuts;
        const Log before = log_now();
        const std::string state_before = state();
        const Outcome first = real(desk, act, journey, answer);
        const Log after = log_now();
        const bool grew = after.head == before.head && after.size > before.size;
        reopen(grew ? before.size + chance_.below(after.size - before.size) : after.size);
        if (grew && first) {
            check(state() == state_before, act, "a part of it was kept");
            ++counts_.acts_lost_unanswered;
        }
        outcome = real(desk, act, journey, answer);
        check(outcome.has_value() == first.has_value(), act,
              "after the power cut it was answered otherwise");
    } else {
        outcome = real(desk, act, journey, answer);
    }
    if (!outcome) {
        ++counts_.refused;
        // Asked once more, a refused act is refused once more and leaves no trace.
        const std::string before = state();
        std::string none;
        check(!real(desk, act, journey, none).has_value(), act, "it was refused, then allowed");
        check(state() == before, act, "it was refused and changed the book");
    }
    desk.request = given;
    return outcome;
}

}  // namespace year
