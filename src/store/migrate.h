#pragma once
// A book's schema grows by numbered SQL files, only ever appended (src/store/migrations/0001-*.sql
// ...). Each is run once, in its own transaction, and noted in the table `migration`.

#include <string_view>
#include <vector>

#include "base/ids.h"
#include "base/result.h"
#include "store/connection.h"
#include "store/store.h"

namespace store {

struct Migration {
    std::string_view name;  // "0001-book"
    std::string_view sql;
};

// Gives all migrations in order; the texts are compiled in from src/store/migrations.
const std::vector<Migration>& migrations();

// Counts the migrations a book has had.
std::size_t count_migrations(View& view);

// Brings the book to the newest schema and notes whose book it is the first time.
// Refuses: store.newer_book, store.other_authority, store.unavailable.
Outcome migrate(Connection& writer, const AuthorityId& authority);

}  // namespace store
