#include "people/publish_counts.h"

#include <algorithm>
#include <numeric>

namespace people {

std::optional<std::size_t> shown_count(std::size_t count) {
    if (count < shown_count_min) {
        return std::nullopt;
    }
    return (count + 2) / 5 * 5;
}

PublishedColumn publish(const std::vector<std::size_t>& counts) {
    PublishedColumn column;
    std::size_t hidden = 0;
    for (const std::size_t count : counts) {
        column.counts.push_back(shown_count(count));
        column.shows_money.push_back(column.counts.back().has_value());
        hidden += column.counts.back() ? 0U : 1U;
    }
    // Two hidden counts of four together eight: with so few groups even the sum says too much.
    if (hidden == 0 || (hidden == counts.size() && hidden > 2)) {
        column.shows_together = true;
        column.together = shown_count(std::accumulate(counts.begin(), counts.end(), 0UL));
    }
    if (hidden == 1 && counts.size() > 1) {
        // Every shown count is greater than nothing, so the hidden one is not found here.
        std::size_t second = counts.size();
        for (std::size_t i = 0; i < counts.size(); ++i) {
            if (column.counts[i] &&
                (second == counts.size() || *column.counts[i] < *column.counts[second])) {
                second = i;
            }
        }
        column.shows_money[second] = false;
    }
    return column;
}

std::string words(const std::optional<std::size_t>& shown) {
    return shown ? std::to_string(*shown) : "Fewer than " + std::to_string(shown_count_min);
}

}  // namespace people
