// Which version is in force: as it stood on a day, and as it was known at a moment.

#include "policy/package_history.h"

#include <gtest/gtest.h>

#include <algorithm>

#include "base/random.h"

namespace policy {
namespace {

PackageVersion version(std::int64_t number, std::string_view from, std::int64_t published) {
    return {.package = "meals",
            .number = number,
            .from = from.empty() ? from_the_beginning : *Date::parse(from),
            .published = Instant{published},
            .fingerprint = "f" + std::to_string(number)};
}

std::int64_t number_of(const PackageVersion* found) {
    return found == nullptr ? 0 : found->number;
}

TEST(PackageHistory, feature_5_a_past_day_is_worked_out_as_it_stood_and_as_it_was_known) {
    // Version 3 was agreed late: it is known since 300 and counts from a day before version 2.
    const PackageHistory history =
        PackageHistory::make(
            {version(1, "", 100), version(2, "2006-04-01", 200), version(3, "2005-10-01", 300)})
            .value();
    const Date winter = *Date::parse("2006-01-15");
    const Date spring = *Date::parse("2006-05-03");
    EXPECT_EQ(number_of(history.in_force(winter, Instant{250})), 1);
    EXPECT_EQ(number_of(history.in_force(winter, Instant{300})), 3);
    EXPECT_EQ(number_of(history.in_force(spring, Instant{199})), 1);
    EXPECT_EQ(number_of(history.in_force(spring, Instant{200})), 2);
    EXPECT_EQ(number_of(history.in_force(spring)), 2);
    EXPECT_EQ(number_of(history.in_force(spring, Instant{99})), 0);
    EXPECT_EQ(number_of(history.newest()), 3);
    EXPECT_EQ(history.find(4), nullptr);
    EXPECT_EQ(history.find(0), nullptr);
    EXPECT_EQ(number_of(PackageHistory().in_force(spring)), 0);
}

TEST(PackageHistory, of_two_versions_from_one_day_the_one_known_last_counts) {
    const PackageHistory history =
        PackageHistory::make(
            {version(1, "", 100), version(2, "2006-04-01", 200), version(3, "2006-04-01", 200)})
            .value();
    EXPECT_EQ(number_of(history.in_force(*Date::parse("2006-04-01"))), 3);
    const std::vector<InForce> days = history.days_in_force();
    ASSERT_EQ(days.size(), 2U);
    EXPECT_EQ(days[0], (InForce{1, from_the_beginning, Date::parse("2006-04-01").value()}));
    EXPECT_EQ(days[1], (InForce{3, *Date::parse("2006-04-01"), std::nullopt}));
}

TEST(PackageHistory, is_refused_with_a_gap_a_stranger_or_a_version_known_too_early) {
    EXPECT_EQ(PackageHistory::make({version(1, "", 1), version(3, "", 2)}).error().code,
              "policy.version_gap");
    EXPECT_EQ(PackageHistory::make({version(2, "", 1)}).error().code, "policy.version_gap");
    EXPECT_EQ(PackageHistory::make({version(1, "", 5), version(2, "", 4)}).error().code,
              "policy.version_order");
    PackageVersion other = version(2, "", 6);
    other.package = "gardens";
    EXPECT_EQ(PackageHistory::make({version(1, "", 5), other}).error().code,
              "policy.version_of_another");
}

TEST(PackageHistory, the_beginning_is_the_first_day_of_all_and_keeps_its_text) {
    EXPECT_EQ(from_the_beginning.to_text(), "0001-01-01");
    EXPECT_EQ(Date::parse("0001-01-01").value(), from_the_beginning);
    EXPECT_EQ(known_from_the_beginning.to_text(), "0001-01-01T00:00:00Z");
    EXPECT_EQ(Instant::parse("0001-01-01T00:00:00Z").value(), known_from_the_beginning);
    EXPECT_TRUE(version(1, "", 1).is_from_the_beginning());
    EXPECT_FALSE(version(1, "2006-04-01", 1).is_from_the_beginning());
}

// The plainest model there is: strike out what was not known or not begun, sort the rest.
std::int64_t plainly(const std::vector<PackageVersion>& versions, Date on, Instant known) {
    std::vector<std::pair<Date, std::int64_t>> left;
    for (const PackageVersion& each : versions) {
        if (each.published <= known && each.from <= on) {
            left.emplace_back(each.from, each.number);
        }
    }
    std::sort(left.begin(), left.end());
    return left.empty() ? 0 : left.back().second;
}

TEST(PackageHistory, property_agrees_with_the_plainest_model_on_every_day_and_moment) {
    Random random = Random::seeded(5);
    for (int round = 0; round < 300; ++round) {
        std::vector<PackageVersion> versions;
        std::int64_t published = 0;
        const std::uint64_t count = 1 + random.below(7);
        for (std::uint64_t i = 1; i <= count; ++i) {
            published += static_cast<std::int64_t>(random.below(3));  // several at one moment
            versions.push_back(
                {.package = "meals",
                 .number = static_cast<std::int64_t>(i),
                 .from = random.below(5) == 0
                             ? from_the_beginning
                             : Date::from_days(static_cast<std::int64_t>(random.below(12))),
                 .published = Instant{published},
                 .fingerprint = std::to_string(i)});
        }
        const PackageHistory history = PackageHistory::make(versions).value();
        for (std::int64_t known = -1; known <= published + 1; ++known) {
            const std::vector<InForce> days = history.days_in_force(Instant{known});
            for (std::int64_t on = -2; on < 14; ++on) {
                const Date date = Date::from_days(on);
                const std::int64_t wanted = plainly(versions, date, Instant{known});
                ASSERT_EQ(number_of(history.in_force(date, Instant{known})), wanted);
                std::int64_t told = 0;
                for (const InForce& each : days) {
                    if (each.from <= date && (!each.until || date < *each.until)) {
                        ASSERT_EQ(told, 0) << "two versions in force on one day";
                        told = each.number;
                    }
                }
                ASSERT_EQ(told, wanted);
            }
        }
    }
}

}  // namespace
}  // namespace policy
