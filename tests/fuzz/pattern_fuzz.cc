// Feeds any lines to the functions of patterns: the first is the pattern, the second its flags, the
// third a replacement, the rest the text. What the translator gives, PCRE2 reads; nothing runs on.
// Built by clang with -fsanitize=fuzzer.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>

#include "base/check.h"
#include "base/text.h"
#include "feel/regex.h"
#include "feel/regex_translate.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string all(reinterpret_cast<const char*>(data), size);
    std::vector<std::string> lines = base::split_text(all, '\n');
    lines.resize(std::max<std::size_t>(lines.size(), 4));
    const std::string text =
        base::join_text(std::vector<std::string>(lines.begin() + 3, lines.end()), "\n");
    const std::optional<feel::Regex> regex = feel::Regex::make(lines[0], lines[1]);
    if (!regex) {
        return 0;
    }
    feel::Work work(100'000);
    const std::optional<bool> found = regex->is_in(text, work);
    const std::optional<std::string> replaced = regex->replace(text, lines[2], 10'000, work);
    const auto parts = regex->split(text, 1'000, work);
    if (found && replaced && parts && !*found) {
        CHECK(*replaced == text);
        CHECK(parts->size() == 1);
    }
    if (parts && replaced && lines[2].empty()) {
        CHECK(base::join_text(*parts, "") == *replaced);
    }
    return 0;
}
