#include "feel/zone.h"

#include <absl/time/civil_time.h>
#include <absl/time/time.h>

#include <cstdio>
#include <filesystem>
#include <map>
#include <memory>
#include <mutex>

namespace feel {

struct Place {
    std::string name;
    absl::TimeZone rules;
    std::optional<std::int64_t> offset_all_year;
};

namespace {

constexpr std::int64_t offset_max = 18 * 3600;
constexpr std::size_t name_length_max = 64;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c) {
    return c >= '0' && c <= '9';
}

// Whether a text could be the name of a place. What else lies in the folder of the database is the
// machine's own clock or other forms of the same places; no name leaves the folder.
bool looks_like_place(std::string_view name) {
    if (name.empty() || name.size() > name_length_max || name == "localtime" ||
        name == "posixrules" || name == "Factory" || name.starts_with("posix/") ||
        name.starts_with("right/")) {
        return false;
    }
    bool starts_part = true;
    for (const char c : name) {
        const bool inside = is_digit(c) || c == '_' || c == '-' || c == '+' || c == '/';
        if (!is_letter(c) && (starts_part || !inside)) {
            return false;
        }
        starts_part = c == '/';
    }
    return !starts_part;
}

// Whether the database has a file of that name. Abseil remembers every name it is asked for, also
// unknown ones, so it is never asked for those: texts from outside must not fill the memory.
bool is_in_database(const std::string& name) {
    std::error_code failed;
    return std::filesystem::is_regular_file(std::filesystem::path("/usr/share/zoneinfo") / name,
                                            failed);
}

// The database knows changes of the past day by day and one rule from now on; that rule is what a
// clock without a day can go by.
std::optional<std::int64_t> lasting_offset(const absl::TimeZone& rules) {
    const auto offset = [&rules](int month) {
        const absl::Time day = rules.At(absl::CivilSecond(2400, month, 1)).pre;
        return rules.At(day).offset;
    };
    for (int month = 2; month <= 12; ++month) {
        if (offset(month) != offset(1)) {
            return std::nullopt;
        }
    }
    return offset(1);
}

const Place* find_place(std::string_view name) {
    static std::mutex door;
    static std::map<std::string, std::unique_ptr<const Place>, std::less<>> places;
    const std::scoped_lock lock(door);
    if (const auto known = places.find(name); known != places.end()) {
        return known->second.get();
    }
    auto place = std::make_unique<Place>();
    place->name = std::string(name);
    if (!is_in_database(place->name) || !absl::LoadTimeZone(place->name, &place->rules)) {
        return nullptr;
    }
    place->offset_all_year = lasting_offset(place->rules);
    return places.emplace(name, std::move(place)).first->second.get();
}

// Reads two digits below a limit.
std::optional<std::int64_t> two_digits(std::string_view text, std::size_t at, int limit) {
    if (at + 2 > text.size() || !is_digit(text[at]) || !is_digit(text[at + 1])) {
        return std::nullopt;
    }
    const int value = (text[at] - '0') * 10 + (text[at + 1] - '0');
    return value < limit ? std::optional<std::int64_t>(value) : std::nullopt;
}

}  // namespace

std::optional<Zone> Zone::of_offset(std::int64_t seconds) {
    if (seconds < -offset_max || seconds > offset_max) {
        return std::nullopt;
    }
    Zone zone;
    zone.offset_ = static_cast<std::int32_t>(seconds);
    zone.is_set_ = true;
    return zone;
}

std::optional<Zone> Zone::of_place(std::string_view name) {
    if (!looks_like_place(name)) {
        return std::nullopt;
    }
    Zone zone;
    zone.place_ = find_place(name);
    zone.is_set_ = true;
    return zone.place_ == nullptr ? std::nullopt : std::optional<Zone>(zone);
}

std::optional<Zone> Zone::parse(std::string_view text) {
    if (text.empty()) {
        return Zone();
    }
    if (text == "Z") {
        return of_offset(0);
    }
    if (text[0] == '@') {
        return of_place(text.substr(1));
    }
    if ((text[0] != '+' && text[0] != '-') || (text.size() != 6 && text.size() != 9)) {
        return std::nullopt;
    }
    const std::optional<std::int64_t> hours = two_digits(text, 1, 24);
    const std::optional<std::int64_t> minutes = two_digits(text, 4, 60);
    const std::optional<std::int64_t> seconds =
        text.size() == 9 ? two_digits(text, 7, 60) : std::optional<std::int64_t>(0);
    if (!hours || !minutes || !seconds || text[3] != ':' || (text.size() == 9 && text[6] != ':')) {
        return std::nullopt;
    }
    const std::int64_t offset = *hours * 3600 + *minutes * 60 + *seconds;
    return of_offset(text[0] == '-' ? -offset : offset);
}

std::string_view Zone::place() const {
    return place_ == nullptr ? std::string_view() : std::string_view(place_->name);
}

std::int64_t Zone::offset_when_shown(std::int64_t seconds) const {
    if (place_ == nullptr) {
        return offset_;
    }
    const absl::CivilSecond shown = absl::CivilSecond(1970) + seconds;
    return seconds - absl::ToUnixSeconds(place_->rules.At(shown).pre);
}

std::int64_t Zone::offset_at(std::int64_t seconds) const {
    return place_ == nullptr ? offset_ : place_->rules.At(absl::FromUnixSeconds(seconds)).offset;
}

std::optional<std::int64_t> Zone::offset_all_year() const {
    if (is_local()) {
        return std::nullopt;
    }
    return place_ == nullptr ? std::optional<std::int64_t>(offset_) : place_->offset_all_year;
}

std::string Zone::to_text() const {
    if (is_local()) {
        return "";
    }
    if (place_ != nullptr) {
        return "@" + place_->name;
    }
    if (offset_ == 0) {
        return "Z";
    }
    const int amount = offset_ < 0 ? -offset_ : offset_;
    char buffer[24];
    const char sign = offset_ < 0 ? '-' : '+';
    std::snprintf(buffer, sizeof buffer, "%c%02d:%02d", sign, amount / 3600, amount / 60 % 60);
    std::string text = buffer;
    if (amount % 60 != 0) {
        std::snprintf(buffer, sizeof buffer, ":%02d", amount % 60);
        text += buffer;
    }
    return text;
}

}  // namespace feel
