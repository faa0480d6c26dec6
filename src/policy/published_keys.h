#pragma once
// The keys a council publishes, as a short text anybody can keep: one key a line, with the day it
// was first used and, once another took its place, the day from which it counts no more. An old key
// stays on the list for good, so that what it signed can always be checked. The public page gives
// this text; whoever checks a file hands it in, or one key alone.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/result.h"

namespace policy {

struct PublishedKey {
    std::string key;                 // 64 hexadecimal digits
    std::optional<Date> from = {};   // none: not said
    std::optional<Date> until = {};  // not included; none: still in use

    // Whether the council signed with it on a day.
    bool used_on(Date day) const { return (!from || *from <= day) && (!until || day < *until); }
    friend bool operator==(const PublishedKey&, const PublishedKey&) = default;
};

// Writes the list of a council: "# Wendlebury Council ..." and a line for each key.
std::string write_keys(std::string_view council, const std::vector<PublishedKey>& keys);

// Reads such a list, or one key by itself. Lines that begin with # say nothing.
// Refuses: keys.none, keys.too_long, keys.not_a_key (with its line), and the codes of date.
Result<std::vector<PublishedKey>> read_keys(std::string_view text);

}  // namespace policy
