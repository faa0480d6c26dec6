#pragma once
// What a number counts: pounds a week, hours a week, points, pounds for each hour. Two numbers are
// added or compared only when they count the same; multiplying and dividing make new units by
// themselves, so that hours a week at pounds an hour are pounds a week. Written GBP/week, hours,
// GBP/week/point; number and percent count nothing. Figures and types of DMN files carry one.

#include <map>
#include <optional>
#include <string>
#include <string_view>

namespace policy {

class Unit {
public:
    // Counts nothing: a plain number.
    Unit() = default;

    // Reads GBP or a word in small letters, and what it is parted by behind "/" ("hours/week").
    // Plural and singular are one. Nothing for other text.
    static std::optional<Unit> parse(std::string_view text);

    // Writes the unit as parse reads it.
    std::string to_text() const;

    // Says what it is parted by, for a reader: " a week for each point"; nothing when by nothing.
    std::string parted_by() const;

    // Whether it is money: once, a week, for each hour.
    bool is_money() const;

    friend Unit operator*(const Unit& a, const Unit& b);
    friend Unit operator/(const Unit& a, const Unit& b);
    friend bool operator==(const Unit&, const Unit&) = default;

private:
    std::string text_above() const;  // without what it is parted by
    void raise(const std::string& what, int power);

    std::map<std::string, int> powers_;  // none is nought
};

}  // namespace policy
