#pragma once
// A Zone says how far a clock stands from UTC: by an offset ("Z", "+02:00", "-02:45:55") or by a
// place of the IANA time zone database ("@Europe/Paris"), whose offset depends on the day. A clock
// without a zone is local: where it hangs nobody said, so it never compares with one that has a
// zone. Places come from the tzdata of the machine, read by Abseil; each is read once, when its
// name is first met, and kept. Source: DMN 1.5, 10.3.2.3.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace feel {

struct Place;  // a named zone; there is one for each name, for the life of the process

class Zone {
public:
    // Is local: no zone.
    Zone() = default;

    // Makes a zone of seconds east of UTC; nothing beyond 18 hours.
    static std::optional<Zone> of_offset(std::int64_t seconds);
    // Finds a place by its exact name; nothing when the database has none of that name.
    static std::optional<Zone> of_place(std::string_view name);
    // Reads "", "Z", "+02:00", "+02:45:55" or "@Europe/Paris"; nothing for other text.
    static std::optional<Zone> parse(std::string_view text);

    bool is_local() const { return !is_set_; }
    // Gives the name of the place; empty for an offset and for local.
    std::string_view place() const;

    // Gives the seconds east of UTC when the clock there shows `seconds` since 1970. A clock put
    // forward never shows the hour left out: it is read as before the change. An hour shown twice
    // is the first of the two. Local counts as UTC.
    std::int64_t offset_when_shown(std::int64_t seconds) const;
    // Gives the seconds east of UTC at `seconds` since 1970, counted in UTC.
    std::int64_t offset_at(std::int64_t seconds) const;
    // Gives the offset of a clock without a day: nothing for local and for a place whose rule has
    // a summer time.
    std::optional<std::int64_t> offset_all_year() const;

    // Writes what parse reads.
    std::string to_text() const;

    // Whether both are written alike; "+01:00" is another zone than "@Europe/Paris".
    friend bool operator==(const Zone&, const Zone&) = default;

private:
    const Place* place_ = nullptr;
    std::int32_t offset_ = 0;
    bool is_set_ = false;
};

}  // namespace feel
