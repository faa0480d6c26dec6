#include "feel/zone.h"

#include <gtest/gtest.h>

#include "base/date.h"

namespace feel {
namespace {

std::int64_t second_of(std::int64_t year, unsigned month, unsigned day, std::int64_t hour) {
    return Date::make(year, month, day).value().days() * 86400 + hour * 3600;
}

std::string read_and_written(std::string_view text) {
    const std::optional<Zone> zone = Zone::parse(text);
    return zone ? zone->to_text() : "refused";
}

TEST(Zone, writes_what_it_reads) {
    for (const char* text : {"", "Z", "+02:00", "-05:30", "+02:45:55", "-18:00", "@Europe/Paris",
                             "@Etc/GMT+5", "@America/Argentina/Buenos_Aires", "@UTC"}) {
        EXPECT_EQ(read_and_written(text), text);
    }
    EXPECT_EQ(read_and_written("+00:00"), "Z");
    EXPECT_EQ(read_and_written("-00:00"), "Z");
}

TEST(Zone, refuses_what_is_no_offset_and_no_place) {
    for (const char* text :
         {"z", "+2:00", "+0200", "+02", "+18:00:01", "-19:00", "+02:60", "+02:00:60",
          "+02:00@Europe/Paris", "@", "@xyz/abc", "@europe/paris"}) {
        EXPECT_EQ(read_and_written(text), "refused") << text;
    }
}

TEST(Zone, names_no_file_outside_the_database_and_not_the_machines_own_clock) {
    for (const char* text :
         {"@/etc/localtime", "@../../../etc/localtime", "@localtime", "@Europe/../Europe/Paris",
          "@Europe", "@Europe/", "@tzdata.zi", "@posix/Europe/Paris", "@right/Europe/Paris",
          "@file:Europe/Paris", "@leapseconds"}) {
        EXPECT_EQ(read_and_written(text), "refused") << text;
    }
    EXPECT_EQ(read_and_written("@" + std::string(5000, 'a')), "refused");
}

TEST(Zone, knows_summer_time_of_a_place_now_and_far_from_now) {
    const Zone paris = Zone::of_place("Europe/Paris").value();
    EXPECT_EQ(paris.offset_when_shown(second_of(2018, 2, 8, 0)), 3600);
    EXPECT_EQ(paris.offset_when_shown(second_of(2018, 10, 8, 0)), 7200);
    EXPECT_EQ(paris.offset_when_shown(second_of(2099, 7, 1, 0)), 7200);
    EXPECT_EQ(paris.offset_when_shown(second_of(999'999'999, 12, 31, 0)), 3600);
    EXPECT_EQ(paris.offset_when_shown(second_of(1800, 1, 1, 0)), 561);  // before railways
    EXPECT_EQ(paris.offset_when_shown(second_of(-999'999'999, 1, 1, 0)), 561);
}

TEST(Zone, knows_half_hours_and_laws_of_the_past) {
    const Zone lord_howe = Zone::of_place("Australia/Lord_Howe").value();
    EXPECT_EQ(lord_howe.offset_when_shown(second_of(2026, 1, 1, 0)), 39600);
    EXPECT_EQ(lord_howe.offset_when_shown(second_of(2026, 7, 1, 0)), 37800);
    const Zone new_york = Zone::of_place("America/New_York").value();
    EXPECT_EQ(new_york.offset_when_shown(second_of(1950, 7, 1, 0)), -14400);
    EXPECT_EQ(new_york.offset_when_shown(second_of(2500, 7, 1, 0)), -14400);
    EXPECT_EQ(new_york.offset_when_shown(second_of(2500, 1, 1, 0)), -18000);
}

TEST(Zone, reads_an_hour_left_out_as_before_the_change_and_takes_the_first_of_an_hour_shown_twice) {
    const Zone london = Zone::of_place("Europe/London").value();
    EXPECT_EQ(london.offset_when_shown(second_of(2026, 3, 29, 1)), 0);
    EXPECT_EQ(london.offset_when_shown(second_of(2026, 3, 29, 2)), 3600);
    EXPECT_EQ(london.offset_when_shown(second_of(2026, 10, 25, 1)), 3600);
    EXPECT_EQ(london.offset_at(second_of(2026, 10, 25, 0)), 3600);
    EXPECT_EQ(london.offset_at(second_of(2026, 10, 25, 1)), 0);
}

TEST(Zone, gives_an_offset_all_year_only_where_no_clock_is_changed) {
    EXPECT_EQ(Zone::of_offset(-7200).value().offset_all_year(), -7200);
    EXPECT_EQ(Zone::of_place("Etc/UTC").value().offset_all_year(), 0);
    EXPECT_EQ(Zone::of_place("Asia/Dhaka").value().offset_all_year(), 21600);
    EXPECT_EQ(Zone::of_place("Australia/Melbourne").value().offset_all_year(), std::nullopt);
    EXPECT_EQ(Zone().offset_all_year(), std::nullopt);
}

}  // namespace
}  // namespace feel
