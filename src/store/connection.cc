#include "store/connection.h"

#include <sqlite3.h>

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

}  // namespace

Rows::Rows(Rows&& other) noexcept : connection_(other.connection_), statement_(other.statement_) {
    other.statement_ = nullptr;
}

Rows::~Rows() {
    if (statement_ != nullptr) {
        const char* sql = sqlite3_sql(statement_);
        sqlite3_reset(statement_);
        sqlite3_clear_bindings(statement_);
        if (!connection_->idle_.emplace(sql, statement_).second) {
            sqlite3_finalize(statement_);
        }
    }
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

std::string Rows::text(int column) const {
    const int type = sqlite3_column_type(statement_, column);
    CHECK(type == SQLITE_TEXT || type == SQLITE_NULL);
    const unsigned char* bytes = sqlite3_column_text(statement_, column);
    return bytes == nullptr
               ? std::string()
               : std::string(reinterpret_cast<const char*>(bytes),
                             static_cast<std::size_t>(sqlite3_column_bytes(statement_, column)));
}

std::int64_t Rows::number(int column) const {
    CHECK(sqlite3_column_type(statement_, column) == SQLITE_INTEGER);
    return sqlite3_column_int64(statement_, column);
}

Date Rows::date(int column) const {
    const Result<Date> read = Date::parse(text(column));
    CHECK(read.has_value());
    return *read;
}

Instant Rows::instant(int column) const {
    const Result<Instant> read = Instant::parse(text(column));
    CHECK(read.has_value());
    return *read;
}

Decimal Rows::decimal(int column) const {
    const std::optional<Decimal> read = Decimal::parse(text(column));
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
    const bool writes = kind == Kind::writer;
    const int flags = (writes ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE : SQLITE_OPEN_READONLY) |
                      SQLITE_OPEN_NOMUTEX;
    sqlite3* handle = nullptr;
    if (sqlite3_open_v2(path.c_str(), &handle, flags, nullptr) != SQLITE_OK) {
        Error refused{"store.cannot_open",
                      "The book " + path + " cannot be opened: " + words_of(handle) + "."};
        sqlite3_close_v2(handle);
        return refused;
    }
    std::unique_ptr<Connection> connection(new Connection(handle));
    sqlite3_extended_result_codes(handle, 1);
    sqlite3_busy_timeout(handle, 5000);
    if (writes) {
        connection->run_script(
            "pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;"
            "pragma wal_autocheckpoint = 8000; pragma cache_size = -16000;");
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
            "pragma wal_autocheckpoint = 0; pragma query_only = on; pragma cache_size = -4000;");
    }
    if (connection->failure_) {
        return *connection->failure_;
    }
    return connection;
}

Connection::~Connection() {
    for (auto& [sql, statement] : idle_) {
        sqlite3_finalize(statement);
    }
    sqlite3_close_v2(handle_);
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

sqlite3_stmt* Connection::prepare(std::string_view sql, const Bound* values, std::size_t count) {
    if (failure_) {
        return nullptr;
    }
    sqlite3_stmt* statement = nullptr;
    if (auto idle = idle_.find(std::string(sql)); idle != idle_.end()) {
        statement = idle->second;
        idle_.erase(idle);
    } else if (const int code =
                   sqlite3_prepare_v3(handle_, sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
               code != SQLITE_OK) {
        std::fprintf(stderr, "SQL refused: %.*s: %s\n", static_cast<int>(sql.size()), sql.data(),
                     sqlite3_errmsg(handle_));
        CHECK(code != SQLITE_ERROR);  // a statement that does not fit the schema is our own mistake
        keep_failure(code);
        return nullptr;
    }
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
            case Bound::Kind::text:
                sqlite3_bind_text(statement, at, value.text_.data(),
                                  static_cast<int>(value.text_.size()), SQLITE_TRANSIENT);
                break;
        }
    }
    return statement;
}

std::int64_t Connection::run_bound(std::string_view sql, const Bound* values, std::size_t count) {
    Rows rows(*this, prepare(sql, values, count));
    while (rows.next()) {
    }
    return failure_ || rows.statement_ == nullptr ? 0 : sqlite3_changes64(handle_);
}

Rows Connection::query_bound(std::string_view sql, const Bound* values, std::size_t count) {
    return Rows(*this, prepare(sql, values, count));
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
