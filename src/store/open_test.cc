// A book that cannot be opened, or could lose what it acknowledged, is refused at the start.

#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "store/connection.h"
#include "store/store.h"

namespace store {
namespace {

TEST(OpenBook, refuses_a_place_where_no_book_can_be) {
    const std::filesystem::path folder =
        std::filesystem::temp_directory_path() / ("onepurse-open-" + std::to_string(::getpid()));
    std::filesystem::remove_all(folder);
    EXPECT_EQ(Store::open((folder / "a.book").string(), "a").error().code, "store.cannot_open");
    std::filesystem::create_directories(folder / "b.book");  // a folder where the file should be
    EXPECT_EQ(Connection::open((folder / "b.book").string(), Connection::Kind::writer).error().code,
              "store.cannot_open");
    std::filesystem::remove_all(folder);
}

// A book in memory alone has no write-ahead log: SQLite would say yes and forget.
TEST(OpenBook, refuses_a_book_that_could_lose_what_was_acknowledged) {
    const auto refused = Connection::open(":memory:", Connection::Kind::writer);
    ASSERT_FALSE(refused.has_value());
    EXPECT_EQ(refused.error().code, "store.not_durable");
}

}  // namespace
}  // namespace store
