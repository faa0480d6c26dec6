#pragma once
// A Connection is one open handle on one book's SQLite file. It prepares each SQL text once, binds
// and reads values with their own types, and refuses to open a book that could lose an acknowledged
// write. Only Store makes connections: one of them writes, one moves the log into the book while
// the first goes on (which needs SQLite 3.51.3: earlier ones can ruin a log that one connection
// begins anew while another moves it), the others only read.

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/date.h"
#include "base/decimal.h"
#include "base/id.h"
#include "base/money.h"
#include "base/result.h"

struct sqlite3;
struct sqlite3_stmt;

namespace store {

// A value on its way into a statement: nothing, a whole number or a text. A text given as text is
// looked at where it is, so a Bound lives no longer than the call it is made for.
class Bound {
public:
    Bound(std::nullopt_t) {}                                                   // NOLINT
    Bound(std::int64_t number) : kind_(Kind::number), number_(number) {}       // NOLINT
    Bound(int number) : Bound(static_cast<std::int64_t>(number)) {}            // NOLINT
    Bound(bool flag) : Bound(static_cast<std::int64_t>(flag ? 1 : 0)) {}       // NOLINT
    Bound(std::string_view text) : kind_(Kind::seen_text), seen_(text) {}      // NOLINT
    Bound(const std::string& text) : Bound(std::string_view(text)) {}          // NOLINT
    Bound(const char* text) : Bound(std::string_view(text)) {}                 // NOLINT
    Bound(Money amount) : Bound(amount.in_pence()) {}                          // NOLINT
    Bound(Date date) : Bound(Kind::own_text, date.to_text()) {}                // NOLINT
    Bound(Instant instant) : Bound(Kind::own_text, instant.to_text()) {}       // NOLINT
    Bound(const Decimal& number) : Bound(Kind::own_text, number.to_text()) {}  // NOLINT
    template <typename Tag>
    Bound(const Id<Tag>& id) {  // NOLINT
        if (!id.is_none()) {
            kind_ = Kind::own_text;
            own_ = id.to_text();
        }
    }
    template <typename T>
    Bound(const std::optional<T>& value)  // NOLINT
        : Bound(value ? Bound(*value) : Bound(std::nullopt)) {}

private:
    friend class Connection;
    enum class Kind { nothing, number, seen_text, own_text };
    Bound(Kind kind, std::string text) : kind_(kind), own_(std::move(text)) {}
    std::string_view text() const { return kind_ == Kind::own_text ? own_ : seen_; }

    Kind kind_ = Kind::nothing;
    std::int64_t number_ = 0;
    std::string_view seen_;
    std::string own_;
};

// A statement prepared for its connection; at most one Rows runs it at a time.
struct Prepared {
    sqlite3_stmt* statement = nullptr;
    bool is_running = false;
};

// The rows of one running query, one at a time: while (rows.next()) { rows.text(0) ... }. Reading a
// column as another type than it was kept is our own mistake and is CHECKed.
class Rows {
public:
    Rows(const Rows&) = delete;
    Rows& operator=(const Rows&) = delete;
    Rows(Rows&& other) noexcept;
    ~Rows();

    // Moves to the next row; false after the last one.
    bool next();

    bool is_null(int column) const;
    std::string text(int column) const;  // "" for null
    std::int64_t number(int column) const;
    bool flag(int column) const { return number(column) != 0; }
    Money money(int column) const { return Money::pence(number(column)); }
    Date date(int column) const;
    Instant instant(int column) const;
    Decimal decimal(int column) const;
    std::optional<Date> date_or_none(int column) const;
    std::optional<Instant> instant_or_none(int column) const;

    // Reads an id; the none id for null.
    template <typename SomeId>
    SomeId id(int column) const {
        if (is_null(column)) {
            return {};
        }
        const std::optional<SomeId> read = SomeId::parse(seen(column));
        CHECK(read.has_value());
        return *read;
    }

private:
    friend class Connection;
    Rows(class Connection& connection, Prepared* prepared);
    // The text of a column where SQLite keeps it, until the next row.
    std::string_view seen(int column) const;

    Connection* connection_;
    Prepared* prepared_;
    sqlite3_stmt* statement_;
};

class Connection {
public:
    enum class Kind { writer, mover, reader };

    // Refuses: store.cannot_open, store.not_durable.
    static Result<std::unique_ptr<Connection>> open(const std::string& path, Kind kind);
    ~Connection();
    Connection(const Connection&) = delete;
    Connection& operator=(const Connection&) = delete;

    // Runs a statement that gives no rows and gives the number of rows it changed. A fault is kept
    // (see failure) and every later statement does nothing, so that an act need not ask each time.
    template <typename... Values>
    std::int64_t run(std::string_view sql, const Values&... values) {
        const Bound bound[] = {Bound(values)..., Bound(std::nullopt)};
        return run_bound(sql, bound, sizeof...(values));
    }

    // Begins a query.
    template <typename... Values>
    Rows query(std::string_view sql, const Values&... values) {
        const Bound bound[] = {Bound(values)..., Bound(std::nullopt)};
        return query_bound(sql, bound, sizeof...(values));
    }

    // Runs a script of several statements (migrations).
    void run_script(const std::string& sql);

    // Says how many pages the log holds since the last commit of this connection.
    int frames_in_log() const { return frames_in_log_; }
    // Moves into the book what the log holds and no reader needs any more, and syncs the book.
    // Gives how many pages of the log are in the book now. When that is all of them and nobody
    // reads, the next commit begins the log anew.
    int checkpoint();
    // Syncs the book itself, as a move of the log does only when no page came meanwhile.
    void sync_book();

    const std::optional<Error>& failure() const { return failure_; }
    void clear_failure() { failure_.reset(); }

private:
    friend class Rows;
    explicit Connection(sqlite3* handle) : handle_(handle) {}
    std::int64_t run_bound(std::string_view sql, const Bound* values, std::size_t count);
    Rows query_bound(std::string_view sql, const Bound* values, std::size_t count);
    // `stays`: whether the values outlive the running of the statement, so that they need no copy.
    Prepared* prepare(std::string_view sql, const Bound* values, std::size_t count, bool stays);
    Prepared* prepared_for(std::string_view sql);
    void keep_failure(int code);
    static int count_frames(void* connection, sqlite3*, const char*, int frames);

    sqlite3* handle_;
    std::optional<Error> failure_;
    int frames_in_log_ = 0;
    struct SqlHash {
        using is_transparent = void;
        std::size_t operator()(std::string_view sql) const {
            return std::hash<std::string_view>()(sql);
        }
    };
    // By the text of the SQL; twice where a query ran within itself.
    std::unordered_multimap<std::string, Prepared, SqlHash, std::equal_to<>> prepared_;
};

}  // namespace store
