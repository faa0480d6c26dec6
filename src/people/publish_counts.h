#pragma once
// What of counts of people may be published, so that nobody can be recognised. A count is shown
// rounded to the nearest five, and not at all below five, nought included. How many they are
// together is shown only where no count is hidden, or all of three or more are: else it and the
// counts shown would narrow what is hidden down. Sums of money are shown only beside a shown count;
// and where one is hidden a second is too, since one alone could be taken off a sum known from
// elsewhere. Which cells are hidden is decided from what is published alone, so that hiding tells
// nothing either. Used by the pages and files of take-up.

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

namespace people {

// The fewest people a shown count may stand for.
inline constexpr std::size_t shown_count_min = 5;

// Gives the count as it may be shown; nothing when it is too small.
std::optional<std::size_t> shown_count(std::size_t count);

// One column of a table: a count of people in each group.
struct PublishedColumn {
    std::vector<std::optional<std::size_t>> counts = {};  // none: fewer than five
    std::vector<bool> shows_money = {};                   // beside each count
    bool shows_together = false;               // else how many they are together is not said at all
    std::optional<std::size_t> together = {};  // when it is said; none: fewer than five

    friend bool operator==(const PublishedColumn&, const PublishedColumn&) = default;
};
PublishedColumn publish(const std::vector<std::size_t>& counts);

// Says a shown count in words: "20" or "Fewer than 5".
std::string words(const std::optional<std::size_t>& shown);

}  // namespace people
