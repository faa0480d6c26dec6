#include "people/publish_counts.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <map>

namespace people {
namespace {

// Everything a reader is given, as one text: two tables that look alike have the same.
std::string look_of(const std::vector<PublishedColumn>& columns) {
    std::string look;
    for (const PublishedColumn& column : columns) {
        for (std::size_t i = 0; i < column.counts.size(); ++i) {
            look += words(column.counts[i]) + (column.shows_money[i] ? " with money, " : ", ");
        }
        look += column.shows_together ? words(column.together) : "not said";
        look += "; ";
    }
    return look;
}

struct Range {
    std::size_t least = 1000;
    std::size_t most = 0;

    void take_in(std::size_t count) {
        least = std::min(least, count);
        most = std::max(most, count);
    }
};

// A reader who tries every table there could be and knows how they are published: what does she
// learn about each hidden count?
class Reader {
public:
    void sees(const std::vector<std::vector<std::size_t>>& table) {
        std::vector<PublishedColumn> columns;
        std::vector<std::size_t> cells;
        for (const std::vector<std::size_t>& counts : table) {
            columns.push_back(publish(counts));
            cells.insert(cells.end(), counts.begin(), counts.end());
        }
        std::vector<Range>& ranges = learnt_[look_of(columns)];
        ranges.resize(cells.size());
        for (std::size_t i = 0; i < cells.size(); ++i) {
            ranges[i].take_in(cells[i]);
        }
        std::vector<bool>& hidden = hidden_[look_of(columns)];
        if (hidden.empty()) {
            for (const PublishedColumn& column : columns) {
                for (const auto& count : column.counts) {
                    hidden.push_back(!count);
                }
            }
        }
    }
    // The narrowest she can say of any hidden count.
    std::size_t narrowest() const {
        std::size_t width = 1000;
        for (const auto& [look, ranges] : learnt_) {
            for (std::size_t i = 0; i < ranges.size(); ++i) {
                if (hidden_.at(look)[i]) {
                    width = std::min(width, ranges[i].most - ranges[i].least);
                }
            }
        }
        return width;
    }
    std::size_t looks() const { return learnt_.size(); }

private:
    std::map<std::string, std::vector<Range>> learnt_;
    std::map<std::string, std::vector<bool>> hidden_;
};

TEST(PublishCounts, rounds_to_five_and_shows_nothing_below_five) {
    EXPECT_EQ(shown_count(0), std::nullopt);
    EXPECT_EQ(shown_count(4), std::nullopt);
    EXPECT_EQ(shown_count(5), 5U);
    EXPECT_EQ(shown_count(7), 5U);
    EXPECT_EQ(shown_count(8), 10U);
    EXPECT_EQ(shown_count(12), 10U);
    EXPECT_EQ(words(shown_count(3)), "Fewer than 5");
    EXPECT_EQ(words(shown_count(13)), "15");
}

TEST(PublishCounts, says_how_many_together_only_where_it_gives_nothing_away) {
    EXPECT_EQ(publish({6, 9, 11}).together, 25U);
    EXPECT_TRUE(publish({1, 2, 3}).shows_together);
    EXPECT_EQ(publish({1, 2, 3}).together, 5U);
    EXPECT_TRUE(publish({1, 1, 2}).shows_together);
    EXPECT_EQ(publish({1, 1, 2}).together, std::nullopt);
    EXPECT_FALSE(publish({1, 20, 30}).shows_together);
    EXPECT_FALSE(publish({4, 4}).shows_together);
}

TEST(PublishCounts, hides_a_second_sum_beside_the_only_hidden_one) {
    EXPECT_EQ(publish({1, 20, 30}).shows_money, (std::vector<bool>{false, false, true}));
    EXPECT_EQ(publish({1, 3, 30}).shows_money, (std::vector<bool>{false, false, true}));
    EXPECT_EQ(publish({9, 20, 30}).shows_money, (std::vector<bool>{true, true, true}));
}

TEST(PublishCounts, of_one_column_let_nobody_work_out_a_hidden_count) {
    Reader reader;
    std::vector<std::size_t> counts(4);
    for (counts[0] = 0; counts[0] < 9; ++counts[0]) {
        for (counts[1] = 0; counts[1] < 9; ++counts[1]) {
            for (counts[2] = 0; counts[2] < 9; ++counts[2]) {
                for (counts[3] = 0; counts[3] < 9; ++counts[3]) {
                    reader.sees({counts});
                }
            }
        }
    }
    EXPECT_GT(reader.looks(), 80U);
    EXPECT_GE(reader.narrowest(), 3U);
}

// Whoever began was decided about, and whoever was decided about asked: the reader knows that too.
TEST(PublishCounts, of_stages_that_follow_each_other_let_nobody_work_out_a_hidden_count) {
    Reader reader;
    std::vector<std::size_t> asked(3);
    std::vector<std::size_t> began(3);
    for (asked[0] = 0; asked[0] < 8; ++asked[0]) {
        for (asked[1] = 0; asked[1] < 8; ++asked[1]) {
            for (asked[2] = 0; asked[2] < 8; ++asked[2]) {
                for (began[0] = 0; began[0] <= asked[0]; ++began[0]) {
                    for (began[1] = 0; began[1] <= asked[1]; ++began[1]) {
                        for (began[2] = 0; began[2] <= asked[2]; ++began[2]) {
                            reader.sees({asked, began});
                        }
                    }
                }
            }
        }
    }
    EXPECT_GT(reader.looks(), 30U);
    EXPECT_GE(reader.narrowest(), 3U);
}

}  // namespace
}  // namespace people
