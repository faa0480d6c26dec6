#include "store/connection.h"

#include <sqlite3.h>

#include <algorithm>

#include "store/log_writes.h"

namespace store {

namespace {

std::string words_of(sqlite3* handle) {
    return handle == nullptr ? "no memory" : sqlite3_errmsg(handle);
}

// Reads one text value of a pragma.
std::string pragma(sqlite3* handle, const char* sql) {
    sqlite3_stmt* statement = nullptr;
    std::string value;
    if (sqlite3_prepare_v2(handle, sql, -1, &statement, nullptr) == SQLITE_OK &&
        sqlite3_step(statement) == SQLITE_ROW) {
        value = reinterpret_cast<const char*>(sqlite3_column_text(statement, 0));
    }
    sqlite3_finalize(statement);
    return value;
}

// Once, before the first connection. Before 3.51.3 a log that one connection begins anew while
// another moves it into the book can be ruined.
bool begin_sqlite() {
    return sqlite3_libversion_number() >= 3'051'003 && sqlite3_initialize() == SQLITE_OK;
}

}  // namespace

Rows::Rows(Connection& connection, Prepared* prepared)
    : connection_(&connection),
      prepared_(prepared),
      statement_(prepared == nullptr ? nullptr : prepared->statement) {}

Rows::Rows(Rows&& other) noexcept
    : connection_(other.connection_), prepared_(other.prepared_), statement_(other.statement_) {
    other.prepared_ = nullptr;
    other.statement_ = nullptr;
}

Rows::~Rows() {
    if (prepared_ == nullptr) {
        return;
    }
    sqlite3_reset(statement_);
    prepared_->is_running = false;
}

bool Rows::next() {
    if (statement_ == nullptr || connection_->failure_) {
        return false;
    }
    const int code = sqlite3_step(statement_);
    if (code == SQLITE_ROW) {
        return true;
    }
    if (code != SQLITE_DONE) {
        connection_->keep_failure(code);
    }
    return false;
}

bool Rows::is_null(int column) const {
    return sqlite3_column_type(statement_, column) == SQLITE_NULL;
}

std::string_view Rows::seen(int column) const {
    const int type = sqlite3_column_type(statement_, column);
    CHECK(type == SQLITE_TEXT || type == SQLITE_NULL);
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    return bytes == nullptr
               ? std::string_view()
               : std::string_view(
                     reinterpret_cast<const char*>(bytes),
                     static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::string Rows::text(int column) const {
    return std::string(seen(column));
}

std::int64_t Rows::number(int column) const {
    CHECK(sqlite3_column_type(statement_, column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
}

Date Rows::date(int column) const {
    const Result<Date> read = Date::parse(seen(column));
    CHECK(read.has_value());
    return *read;
}

Instant Rows::instant(int column) const {
    const Result<Instant> read = Instant::parse(seen(column));
    CHECK(read.has_value());
    return *read;
}

Decimal Rows::decimal(int column) const {
    const std::optional<Decimal> read = Decimal::parse(seen(column));
    CHECK(read.has_value());
    return *read;
}

std::optional<Date> Rows::date_or_none(int column) const {
    return is_null(column) ? std::nullopt : std::optional<Date>(date(column));
}

std::optional<Instant> Rows::instant_or_none(int column) const {
    return is_null(column) ? std::nullopt : std::optional<Instant>(instant(column));
}

Result<std::unique_ptr<Connection>> Connection::open(const std::string& path, Kind kind) {
    static const bool begun = begin_sqlite();
    CHECK(begun);
    const bool writes = kind == Kind::writer;
    const int access = writes                ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
                       : kind == Kind::mover ? SQLITE_OPEN_READWRITE
                                             : SQLITE_OPEN_READONLY;
    const int flags = access | SQLITE_OPEN_NOMUTEX;
    sqlite3* handle = nullptr;
    const char* const vfs = writes ? gathered_log_writes() : nullptr;
    if (sqlite3_open_v2(path.c_str(), &handle, flags, vfs) != SQLITE_OK) {
        Error refused{"store.cannot_open",
                      "The book " + path + " cannot be opened: " + words_of(handle) + "."};
        sqlite3_close_v2(handle);
        return refused;
    }
    std::unique_ptr<Connection> connection(new Connection(handle));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    // A plan does not depend on the values bound: else some statements are planned anew each time.
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_QPSG, 1, nullptr);
    if (writes) {
        connection->run_script(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
            "pragma wal_autocheckpoint = 0; pragma cache_size = -24000; pragma temp_store = "
            "memory;");
        sqlite3_wal_hook(handle, count_frames, connection.get());
        if (pragma(handle, "pragma synchronous") != "2" ||
            pragma(handle, "pragma journal_mode") != "wal" ||
            pragma(handle, "pragma foreign_keys") != "1") {
            return Error{"store.not_durable",
                         "The book " + path +
                             " cannot be kept safely on this disk: SQLite refuses its "
                             "write-ahead log with full synchronisation."};
        }
    } else {
        sqlite3_db_config(handle, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 1, nullptr);
        connection->run_script(
            "pragma wal_autocheckpoint = 0; pragma synchronous = full; pragma query_only = on;"
            "pragma cache_size = -4000;");
    }
    if (connection->failure_) {
        return *connection->failure_;
    }
    return connection;
}

Connection::~Connection() {
    for (auto& [sql, prepared] : prepared_) {
        sqlite3_finalize(prepared.statement);
    }
    sqlite3_close_v2(handle_);
}

int Connection::count_frames(void* connection, sqlite3*, const char*, int frames) {
    static_cast<Connection*>(connection)->frames_in_log_ = frames;
    return SQLITE_OK;
}

int Connection::checkpoint() {
    int in_log = 0;
    int moved = 0;
    const int code =
        sqlite3_wal_checkpoint_v2(handle_, nullptr, SQLITE_CHECKPOINT_PASSIVE, &in_log, &moved);
    if (code != SQLITE_OK && code != SQLITE_BUSY) {
        keep_failure(code);
    }
    return std::max(moved, 0);
}

void Connection::sync_book() {
    sqlite3_file* book = nullptr;
    int code = sqlite3_file_control(handle_, "main", SQLITE_FCNTL_FILE_POINTER, &book);
    if (code == SQLITE_OK) {
        code = book->pMethods->xSync(book, SQLITE_SYNC_NORMAL | SQLITE_SYNC_DATAONLY);
    }
    if (code != SQLITE_OK) {
        keep_failure(code);
    }
}

void Connection::keep_failure(int code) {
    if (!failure_) {
        const bool broken_rule = (code & 0xFF) == SQLITE_CONSTRAINT;
        failure_ =
            Error{broken_rule ? "store.rule_broken" : "store.unavailable",
                  broken_rule ? "This would break a rule of the book: " + words_of(handle_) + "."
                              : "The book cannot be used just now (" + words_of(handle_) +
                                    "). Nothing was changed. Please try again in a minute."};
    }
}

Prepared* Connection::prepared_for(std::string_view sql) {
    const auto [from, until] = prepared_.equal_range(sql);
    for (auto each = from; each != until; ++each) {
        if (!each->second.is_running) {
            return &each->second;
        }
    }
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) {
        std::fprintf(stderr, "SQL refused: %.*s: %s\n", static_cast<int>(sql.size()), sql.data(),
                     sqlite3_errmsg(handle_));
        CHECK(code != SQLITE_ERROR);  // a statement that does not fit the schema is our own mistake
        keep_failure(code);
        return nullptr;
    }
    return &prepared_.emplace(std::string(sql), Prepared{.statement = statement})->second;
}

Prepared* Connection::prepare(std::string_view sql, const Bound* values, std::size_t count,
                              bool stays) {
    Prepared* const prepared = failure_ ? nullptr : prepared_for(sql);
    if (prepared == nullptr) {
        return nullptr;
    }
    prepared->is_running = true;
    sqlite3_stmt* const statement = prepared->statement;
    CHECK(static_cast<std::size_t>(sqlite3_bind_parameter_count(statement)) == count);
    for (std::size_t i = 0; i < count; ++i) {
        const Bound& value = values[i];
        const int at = static_cast<int>(i) + 1;
        switch (value.kind_) {
            case Bound::Kind::nothing:
                sqlite3_bind_null(statement, at);
                break;
            case Bound::Kind::number:
                sqlite3_bind_int64(statement, at, value.number_);
                break;
            case Bound::Kind::seen_text:
            case Bound::Kind::own_text:
                sqlite3_bind_text(statement, at, value.text().data(),
                                  static_cast<int>(value.text().size()),
                                  stays ? SQLITE_STATIC : SQLITE_TRANSIENT);
                break;
        }
    }
    return prepared;
}

std::int64_t Connection::run_bound(std::string_view sql, const Bound* values, std::size_t count) {
    Rows rows(*this, prepare(sql, values, count, true));
    while (rows.next()) {
    }
    return failure_ || rows.statement_ == nullptr ? 0 : sqlite3_changes64(handle_);
}

Rows Connection::query_bound(std::string_view sql, const Bound* values, std::size_t count) {
    return Rows(*this, prepare(sql, values, count, false));
}

void Connection::run_script(const std::string& sql) {
    if (failure_) {
        return;
    }
    const int code = sqlite3_exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) {
        keep_failure(code);
    }
}

}  // namespace store
