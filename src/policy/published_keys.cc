#include "policy/published_keys.h"

#include "base/text.h"
#include "policy/signing.h"

namespace policy {

namespace {

constexpr std::size_t bytes_max = 64UL * 1024;

// Reads "KEY", "KEY from DATE", "KEY until DATE" or "KEY from DATE until DATE".
Result<PublishedKey> read_line(const std::string& line) {
    std::vector<std::string> words;
    for (std::string& word : base::split_text(line, ' ')) {
        if (!word.empty()) {
            words.push_back(std::move(word));
        }
    }
    PublishedKey read{.key = words[0]};
    std::size_t at = 1;
    if (at + 1 < words.size() && words[at] == "from") {
        TRY(read.from, Date::parse(words[at + 1]));
        at += 2;
    }
    if (at + 1 < words.size() && words[at] == "until") {
        TRY(read.until, Date::parse(words[at + 1]));
        at += 2;
    }
    if (at != words.size() || !is_public_key(words[0])) {
        return Error{"keys.not_a_key",
                     "A key is 64 digits from 0 to 9 and a to f. Behind it may stand “from” and a "
                     "date, then “until” and a date."};
    }
    return read;
}

}  // namespace

std::string write_keys(std::string_view council, const std::vector<PublishedKey>& keys) {
    std::string text = "# " + std::string(council) +
                       ": the keys it signs allocations with. Check a file with\n"
                       "# onepurse-verify FILE --key THIS_FILE\n";
    for (const PublishedKey& each : keys) {
        text += each.key + (each.from ? " from " + each.from->to_text() : "") +
                (each.until ? " until " + each.until->to_text() : "") + "\n";
    }
    return text;
}

Result<std::vector<PublishedKey>> read_keys(std::string_view text) {
    if (text.size() > bytes_max) {
        return Error{"keys.too_long", "This is longer than any list of keys."};
    }
    std::vector<PublishedKey> keys;
    std::size_t number = 0;
    for (const std::string& each : base::split_text(text, '\n')) {
        ++number;
        const std::string line(base::trim(each));
        if (line.empty() || line.starts_with("#")) {
            continue;
        }
        Result<PublishedKey> key = read_line(line);
        if (!key) {
            return base::at("line " + std::to_string(number), key.error());
        }
        keys.push_back(std::move(*key));
    }
    if (keys.empty()) {
        return Error{"keys.none", "There is no key in it."};
    }
    return keys;
}

}  // namespace policy
