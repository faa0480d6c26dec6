#include "base/result.h"

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

namespace {

using Counted = std::shared_ptr<int>;

const Error refused{"test.refused", "It is refused. Ask again tomorrow.", "line 7"};

Result<int> half(int whole) {
    if (whole % 2 != 0) {
        return Error{"test.odd", "The number is odd."};
    }
    return whole / 2;
}

Result<int> quarter(int whole) {
    TRY(const int halved, half(whole));
    TRY_DONE(half(halved));
    return half(halved);
}

TEST(Result, holds_a_value_or_an_error_and_says_which) {
    const Result<std::string> good = std::string("kept");
    const Result<std::string> bad = refused;
    EXPECT_TRUE(good);
    EXPECT_EQ(*good, "kept");
    EXPECT_EQ(good.value_or("other"), "kept");
    EXPECT_FALSE(bad);
    EXPECT_EQ(bad.error(), refused);
    EXPECT_EQ(bad.value_or("other"), "other");
}

TEST(Result, stops_the_program_when_what_is_not_there_is_asked_for) {
    const Result<int> good = 1;
    const Result<int> bad = refused;
    EXPECT_DEATH(good.error(), "has_value");
    EXPECT_DEATH(bad.value(), "has_value");
}

TEST(Result, copies_and_moves_both_and_ends_each_value_once) {
    const Counted counted = std::make_shared<int>(1);
    {
        const Result<Counted> first = counted;
        Result<Counted> copy = first;
        Result<Counted> moved = std::move(copy);
        EXPECT_EQ(counted.use_count(), 3);  // here, in the first and in the one moved to
        EXPECT_EQ(*moved, counted);
        const Result<Counted> bad = refused;
        Result<Counted> bad_copy = bad;
        EXPECT_EQ(bad_copy.error(), refused);
        bad_copy = first;
        EXPECT_EQ(bad.error(), refused);
    }
    EXPECT_EQ(counted.use_count(), 1);
}

TEST(Result, is_assigned_from_a_value_to_an_error_and_back) {
    const Counted counted = std::make_shared<int>(1);
    Result<Counted> result = counted;
    const Result<Counted> bad = refused;
    result = bad;
    EXPECT_EQ(counted.use_count(), 1);
    EXPECT_EQ(result.error(), refused);
    result = counted;
    EXPECT_EQ(counted.use_count(), 2);
    const Result<Counted>& itself = result;
    result = itself;
    EXPECT_EQ(**result, 1);
    result = Error{"test.other", "Another."};
    EXPECT_EQ(result.error().code, "test.other");
    EXPECT_EQ(counted.use_count(), 1);
}

TEST(Result, holds_what_can_only_be_moved) {
    static_assert(!std::is_copy_constructible_v<Result<std::unique_ptr<int>>>);
    static_assert(std::is_nothrow_move_constructible_v<Result<std::unique_ptr<int>>>);
    Result<std::unique_ptr<int>> only = std::make_unique<int>(4);
    std::vector<Result<std::unique_ptr<int>>> list;
    list.push_back(std::move(only));
    list.emplace_back(refused);
    list.reserve(100);
    EXPECT_EQ(**list[0], 4);
    const std::unique_ptr<int> taken = std::move(list[0]).value();
    EXPECT_EQ(*taken, 4);
    EXPECT_EQ(list[1].error(), refused);
}

TEST(Result, is_unwrapped_by_try_or_returned_as_its_error) {
    EXPECT_EQ(*quarter(8), 2);
    EXPECT_EQ(quarter(7).error().code, "test.odd");
    EXPECT_EQ(quarter(6).error().code, "test.odd");
}

TEST(Result, puts_the_place_before_the_one_that_was_there) {
    EXPECT_EQ(base::at("file", refused).place, "file, line 7");
    EXPECT_EQ(base::at("file", Error{"test.no_place", "No place."}).place, "file");
}

}  // namespace
