#include "feel/regex.h"

#define PCRE2_CODE_UNIT_WIDTH 8
#include <pcre2.h>

#include "base/check.h"
#include "feel/regex_translate.h"

namespace feel {

namespace {

constexpr std::size_t subject_max = 100'000;  // bytes of a text that is searched
constexpr std::uint32_t heap_kilobytes = 20'000;
constexpr std::uint32_t match_limit = 5'000'000;

struct Free {
    void operator()(pcre2_code* code) const { pcre2_code_free(code); }
    void operator()(pcre2_match_data* data) const { pcre2_match_data_free(data); }
    void operator()(pcre2_match_context* context) const { pcre2_match_context_free(context); }
};

// Counts what the library does: it asks before each item of the pattern. A step costs as much as it
// lies away from the one before, since a loop over letters is one item.
struct Meter {
    Work* work = nullptr;
    std::size_t last = 0;
};

int count_step(pcre2_callout_block* at, void* data) {
    Meter& meter = *static_cast<Meter*>(data);
    const std::size_t now = at->current_position;
    const std::size_t moved = now > meter.last ? now - meter.last : 0;
    meter.last = now;
    return meter.work->spend(static_cast<std::int64_t>(1 + moved / 16)) ? 0 : PCRE2_ERROR_CALLOUT;
}

std::uint32_t options_of(const RegexText& text) {
    std::uint32_t options = PCRE2_UTF | PCRE2_MATCH_UNSET_BACKREF | PCRE2_AUTO_CALLOUT |
                            PCRE2_DOLLAR_ENDONLY | PCRE2_NEVER_BACKSLASH_C;
    options |= text.ignores_case ? PCRE2_CASELESS : 0;
    options |= text.is_multiline ? PCRE2_MULTILINE : 0;
    options |= text.dot_is_all ? PCRE2_DOTALL : 0;
    return options;
}

}  // namespace

struct Regex::Compiled {
    std::unique_ptr<pcre2_code, Free> code;
    std::size_t groups = 0;
    bool is_literal = false;
};

// One search through a text.
class Regex::Search {
public:
    Search(const Compiled& compiled, std::string_view text, Work& work)
        : compiled_(compiled),
          text_(text),
          meter_{&work, 0},
          data_(pcre2_match_data_create_from_pattern(compiled.code.get(), nullptr)),
          context_(pcre2_match_context_create(nullptr)) {
        CHECK(data_ != nullptr && context_ != nullptr);
        pcre2_set_callout(context_.get(), count_step, &meter_);
        pcre2_set_match_limit(context_.get(), match_limit);
        pcre2_set_heap_limit(context_.get(), heap_kilobytes);
    }

    // Looks from a byte on. Nothing when it cannot be said.
    std::optional<bool> next(std::size_t from) {
        if (text_.size() > subject_max) {
            return std::nullopt;
        }
        meter_.last = from;
        const int found =
            pcre2_match(compiled_.code.get(), reinterpret_cast<PCRE2_SPTR>(text_.data()),
                        text_.size(), from, 0, data_.get(), context_.get());
        if (found == PCRE2_ERROR_NOMATCH) {
            return false;
        }
        return found < 0 ? std::nullopt : std::optional<bool>(true);
    }

    // Gives begin and end of the match and of each group, PCRE2_UNSET for one that took no part.
    std::vector<std::size_t> groups() const {
        const PCRE2_SIZE* found = pcre2_get_ovector_pointer(data_.get());
        return std::vector<std::size_t>(found, found + 2 * (compiled_.groups + 1));
    }

private:
    const Compiled& compiled_;
    std::string_view text_;
    Meter meter_;
    std::unique_ptr<pcre2_match_data, Free> data_;
    std::unique_ptr<pcre2_match_context, Free> context_;
};

std::optional<Regex> Regex::make(std::string_view pattern, std::string_view flags) {
    const std::optional<RegexText> text = translate_regex(pattern, flags);
    if (!text) {
        return std::nullopt;
    }
    int fault = 0;
    PCRE2_SIZE at = 0;
    auto made = std::make_shared<Compiled>();
    made->code.reset(pcre2_compile(reinterpret_cast<PCRE2_SPTR>(text->text.data()),
                                   text->text.size(), options_of(*text), &fault, &at, nullptr));
    if (made->code == nullptr) {
        return std::nullopt;
    }
    made->groups = text->groups;
    made->is_literal = text->is_literal;
    return Regex(std::move(made));
}

std::optional<bool> Regex::is_in(std::string_view text, Work& work) const {
    return Search(*compiled_, text, work).next(0);
}

bool Regex::matches_nothing(Work& work) const {
    return Search(*compiled_, "", work).next(0).value_or(true);
}

// A number behind "$" is read as far as there are groups: with one group "$12" is group 1 and "2".
bool Regex::append_replacement(std::string& out, std::string_view replacement,
                               std::string_view text,
                               const std::vector<std::size_t>& groups) const {
    for (std::size_t i = 0; i < replacement.size(); ++i) {
        const char letter = replacement[i];
        const char next = i + 1 < replacement.size() ? replacement[i + 1] : '\0';
        if (compiled_->is_literal || (letter != '\\' && letter != '$')) {
            out += letter;
            continue;
        }
        ++i;
        if (letter == '\\') {
            if (next != '\\' && next != '$') {
                return false;
            }
            out += next;
            continue;
        }
        if (next < '0' || next > '9') {
            return false;
        }
        auto group = static_cast<std::size_t>(next - '0');
        while (
            i + 1 < replacement.size() && replacement[i + 1] >= '0' && replacement[i + 1] <= '9' &&
            group * 10 + static_cast<std::size_t>(replacement[i + 1] - '0') <= compiled_->groups) {
            group = group * 10 + static_cast<std::size_t>(replacement[++i] - '0');
        }
        if (group <= compiled_->groups && groups[2 * group] != PCRE2_UNSET) {
            out += text.substr(groups[2 * group], groups[2 * group + 1] - groups[2 * group]);
        }
    }
    return true;
}

std::optional<std::string> Regex::replace(std::string_view text, std::string_view replacement,
                                          std::size_t size_max, Work& work) const {
    if (matches_nothing(work)) {
        return std::nullopt;
    }
    Search search(*compiled_, text, work);
    std::string out;
    std::size_t from = 0;
    for (;;) {
        const std::optional<bool> found = search.next(from);
        if (!found || out.size() > size_max) {
            return std::nullopt;
        }
        if (!*found) {
            out += text.substr(from);
            return out.size() > size_max ? std::nullopt : std::optional<std::string>(out);
        }
        const std::vector<std::size_t> groups = search.groups();
        if (groups[0] == groups[1] ||
            !work.spend(1 + static_cast<std::int64_t>(replacement.size()))) {
            return std::nullopt;  // a place without letters, which only its surroundings allow
        }
        out += text.substr(from, groups[0] - from);
        if (!append_replacement(out, replacement, text, groups)) {
            return std::nullopt;
        }
        from = groups[1];
    }
}

std::optional<std::vector<std::string>> Regex::split(std::string_view text, std::size_t parts_max,
                                                     Work& work) const {
    if (matches_nothing(work)) {
        return std::nullopt;
    }
    Search search(*compiled_, text, work);
    std::vector<std::string> parts;
    std::size_t from = 0;
    for (;;) {
        const std::optional<bool> found = search.next(from);
        if (!found || parts.size() >= parts_max) {
            return std::nullopt;
        }
        if (!*found) {
            parts.emplace_back(text.substr(from));
            return parts;
        }
        const std::vector<std::size_t> groups = search.groups();
        if (groups[0] == groups[1]) {
            return std::nullopt;
        }
        parts.emplace_back(text.substr(from, groups[0] - from));
        from = groups[1];
    }
}

}  // namespace feel
