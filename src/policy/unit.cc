#include "policy/unit.h"

#include "base/text.h"

namespace policy {

namespace {

constexpr std::string_view pounds = "GBP";
constexpr std::string_view small_letters = "abcdefghijklmnopqrstuvwxyz";

bool is_time(std::string_view what) {
    return what == "day" || what == "week" || what == "month" || what == "year";
}

}  // namespace

std::optional<Unit> Unit::parse(std::string_view text) {
    Unit unit;
    bool is_first = true;
    for (const std::string& part : base::split_text(std::string(text), '/')) {
        std::string what = part;
        const bool counts_nothing = what == "number" || what == "percent";
        if (what.empty() || (counts_nothing && !is_first) ||
            (what != pounds && what.find_first_not_of(small_letters) != std::string::npos)) {
            return std::nullopt;
        }
        if (what.size() > 2 && what.back() == 's') {
            what.pop_back();
        }
        if (!counts_nothing) {
            unit.raise(what, is_first ? 1 : -1);
        }
        is_first = false;
    }
    return unit;
}

void Unit::raise(const std::string& what, int power) {
    const auto found = powers_.emplace(what, 0).first;
    found->second += power;
    if (found->second == 0) {
        powers_.erase(found);
    }
}

std::string Unit::text_above() const {
    std::string above;
    for (const auto& [what, power] : powers_) {
        for (int i = 0; i < power; ++i) {
            above += (above.empty() ? "" : " times ") + what + (what == pounds ? "" : "s");
        }
    }
    return above.empty() ? "number" : above;
}

std::string Unit::to_text() const {
    std::string a_time;  // a week, before what else it is parted by
    std::string others;
    for (const auto& [what, power] : powers_) {
        for (int i = 0; i > power; --i) {
            (is_time(what) ? a_time : others) += "/" + what;
        }
    }
    return text_above() + a_time + others;
}

std::string Unit::parted_by() const {
    std::string a_time;
    std::string others;
    for (const auto& [what, power] : powers_) {
        for (int i = 0; i > power; --i) {
            (is_time(what) ? a_time : others) += (is_time(what) ? " a " : " for each ") + what;
        }
    }
    return a_time + others;
}

bool Unit::is_money() const {
    for (const auto& [what, power] : powers_) {
        if (what == pounds ? power != 1 : power > 0) {
            return false;
        }
    }
    return powers_.contains(std::string(pounds));
}

Unit operator*(const Unit& a, const Unit& b) {
    Unit made = a;
    for (const auto& [what, power] : b.powers_) {
        made.raise(what, power);
    }
    return made;
}

Unit operator/(const Unit& a, const Unit& b) {
    Unit made = a;
    for (const auto& [what, power] : b.powers_) {
        made.raise(what, -power);
    }
    return made;
}

}  // namespace policy
