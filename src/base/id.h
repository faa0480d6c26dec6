#pragma once
// Id<Tag> names one thing of one kind: 128 bits, made by the caller (so a retried request is the
// same request), written with a prefix a human can tell apart ("per_0c3...", "pur_..."). The high
// 48 bits are the milliseconds of making, so that keys of one day lie together in the store.

#include <array>
#include <compare>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace base {

// Writes 128 bits as 26 letters and digits without i, l, o, u (Crockford's base 32).
std::string id_to_text(std::string_view prefix, std::uint64_t high, std::uint64_t low);

// Reads what id_to_text wrote; false for any other text or prefix.
bool id_from_text(std::string_view text, std::string_view prefix, std::uint64_t& high,
                  std::uint64_t& low);

// Tag must have `static constexpr std::string_view prefix`.
template <typename Tag>
struct Id {
    std::uint64_t high = 0;
    std::uint64_t low = 0;

    static constexpr std::string_view prefix() { return Tag::prefix; }

    bool is_none() const { return high == 0 && low == 0; }
    std::string to_text() const { return id_to_text(Tag::prefix, high, low); }

    static std::optional<Id> parse(std::string_view text) {
        Id id;
        if (!id_from_text(text, Tag::prefix, id.high, id.low)) {
            return std::nullopt;
        }
        return id;
    }

    friend auto operator<=>(const Id&, const Id&) = default;
};

}  // namespace base

template <typename Tag>
struct std::hash<base::Id<Tag>> {
    std::size_t operator()(const base::Id<Tag>& id) const noexcept {
        return static_cast<std::size_t>(id.high * 0x9E3779B97F4A7C15ULL ^ id.low);
    }
};

using base::Id;
