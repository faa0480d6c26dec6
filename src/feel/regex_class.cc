#include "feel/regex_class.h"

#include <unicode/uchar.h>
#include <unicode/uset.h>

#include <algorithm>
#include <array>
#include <memory>
#include <utility>
namespace feel {

namespace {

struct Close {
    void operator()(USet* set) const { uset_close(set); }
};
using Letters = std::unique_ptr<USet, Close>;

constexpr std::array<std::string_view, 36> categories = {
    "L",  "Lu", "Ll", "Lt", "Lm", "Lo", "M",  "Mn", "Mc", "Me", "N",  "Nd",
    "Nl", "No", "P",  "Pc", "Pd", "Ps", "Pe", "Pi", "Pf", "Po", "Z",  "Zs",
    "Zl", "Zp", "S",  "Sm", "Sc", "Sk", "So", "C",  "Cc", "Cf", "Co", "Cn"};

using Stretch = std::pair<UChar32, UChar32>;

// What may begin a name in XML, and what may stand in one beside that.
constexpr std::array<Stretch, 16> name_starts = {
    Stretch{':', ':'},       {'A', 'Z'},       {'_', '_'},       {'a', 'z'},
    Stretch{0xC0, 0xD6},     {0xD8, 0xF6},     {0xF8, 0x2FF},    {0x370, 0x37D},
    Stretch{0x37F, 0x1FFF},  {0x200C, 0x200D}, {0x2070, 0x218F}, {0x2C00, 0x2FEF},
    Stretch{0x3001, 0xD7FF}, {0xF900, 0xFDCF}, {0xFDF0, 0xFFFD}, {0x10000, 0xEFFFF}};
constexpr std::array<Stretch, 6> name_parts = {Stretch{'-', '-'},     {'.', '.'},
                                               Stretch{'0', '9'},     {0xB7, 0xB7},
                                               Stretch{0x300, 0x36F}, {0x203F, 0x2040}};

Letters none() {
    return Letters(uset_openEmpty());
}

template <std::size_t size>
void add(USet& set, const std::array<Stretch, size>& stretches) {
    for (const Stretch& each : stretches) {
        uset_addRange(&set, each.first, each.second);
    }
}

void add_category(USet& set, std::string_view name) {
    UErrorCode fault = U_ZERO_ERROR;
    Letters found = none();
    const std::u16string property = u"gc";
    const std::u16string value(name.begin(), name.end());  // ASCII
    uset_applyPropertyAlias(found.get(), property.data(), static_cast<int32_t>(property.size()),
                            value.data(), static_cast<int32_t>(value.size()), &fault);
    uset_addAll(&set, found.get());
}

// \p{Lu} and \p{IsGreek}: false for a name there is none of.
bool add_property(USet& set, const std::string& name) {
    if (std::find(categories.begin(), categories.end(), name) != categories.end()) {
        add_category(set, name);
        return true;
    }
    const bool is_plain = std::all_of(name.begin(), name.end(), [](char letter) {
        return (letter >= 'a' && letter <= 'z') || (letter >= 'A' && letter <= 'Z') ||
               (letter >= '0' && letter <= '9') || letter == '-';
    });
    if (!is_plain || name.size() < 3 || name.compare(0, 2, "Is") != 0) {
        return false;
    }
    const UProperty property = UCHAR_BLOCK;
    const int32_t block = u_getPropertyValueEnum(property, name.c_str() + 2);
    if (block == UCHAR_INVALID_CODE) {
        return false;
    }
    UErrorCode fault = U_ZERO_ERROR;
    Letters found = none();
    uset_applyIntPropertyValue(found.get(), property, block, &fault);
    uset_addAll(&set, found.get());
    return U_SUCCESS(fault) != 0;
}

// Reads {Name} at `at` and moves past it; empty when there is none.
std::string braced_name(std::u32string_view pattern, std::size_t& at) {
    std::string name;
    if (at >= pattern.size() || pattern[at] != U'{') {
        return name;
    }
    for (++at; at < pattern.size() && pattern[at] != U'}'; ++at) {
        name += pattern[at] < 0x80 ? static_cast<char>(pattern[at]) : '?';
    }
    if (at >= pattern.size()) {
        return "";
    }
    ++at;
    return name;
}

// The letters of \s, \i, \c, \d, \w and \p; nothing for other escapes. `letter` is the small one.
bool add_multi(USet& set, char32_t letter, std::u32string_view pattern, std::size_t& at) {
    switch (letter) {
        case U's':
            for (const UChar32 each : {9, 10, 13, 32}) {
                uset_add(&set, each);
            }
            return true;
        case U'c':
            add(set, name_parts);
            add(set, name_starts);
            return true;
        case U'i':
            add(set, name_starts);
            return true;
        case U'd':
            add_category(set, "Nd");
            return true;
        case U'w':
            for (const std::string_view each : {"P", "Z", "C"}) {
                add_category(set, each);
            }
            uset_complement(&set);
            return true;
        case U'p':
            return add_property(set, braced_name(pattern, at));
        default:
            return false;
    }
}

// Reads an escape for many letters at `at`, where "\" stands; nothing for another escape.
Letters multi_escape(std::u32string_view pattern, std::size_t& at) {
    const char32_t letter = at + 1 < pattern.size() ? pattern[at + 1] : U'\0';
    const bool is_capital = letter >= U'A' && letter <= U'Z';
    std::size_t past = at + 2;
    Letters set = none();
    if (!add_multi(*set, is_capital ? letter + 32 : letter, pattern, past)) {
        return nullptr;
    }
    if (is_capital) {
        uset_complement(set.get());
    }
    at = past;
    return set;
}

std::string hex(UChar32 letter) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (int shift = 20; shift >= 0; shift -= 4) {
        const auto digit = static_cast<std::size_t>((letter >> shift) & 0xF);
        if (digit != 0 || !text.empty() || shift == 0) {
            text += digits[digit];
        }
    }
    return "\\x{" + text + "}";
}

// Writes a set as PCRE2 reads it, its letters alone whatever the case.
std::string written(USet& set) {
    uset_removeRange(&set, 0xD800, 0xDFFF);
    const int32_t stretches = uset_getItemCount(&set);
    std::string text;
    for (int32_t i = 0; i < stretches; ++i) {
        UErrorCode fault = U_ZERO_ERROR;
        UChar32 from = 0;
        UChar32 until = 0;
        std::array<UChar, 2> unused = {};
        if (uset_getItem(&set, i, &from, &until, unused.data(), 0, &fault) == 0) {
            text += hex(from) + (from == until ? "" : "-" + hex(until));
        }
    }
    return text.empty() ? "(?:(?!))" : "(?-i:[" + text + "])";
}

// Reads one class expression.
class ClassReader {
public:
    ClassReader(std::u32string_view pattern, std::size_t at, bool ignores_case)
        : pattern_(pattern), at_(at), ignores_case_(ignores_case) {}

    std::size_t at() const { return at_; }

    // At "[": reads to the "]" that belongs to it.
    Letters expression(int depth) {
        ++at_;
        const bool is_negative = now() == U'^';
        at_ += is_negative ? 1 : 0;
        Letters set = none();
        bool is_empty = true;
        while (at_ < pattern_.size() && now() != U']') {
            if (now() == U'-' && next() == U'[' && !is_empty) {
                return subtracted(std::move(set), is_negative, depth);
            }
            if (!item(*set)) {
                return nullptr;
            }
            is_empty = false;
        }
        if (is_empty || at_ >= pattern_.size()) {
            return nullptr;
        }
        ++at_;
        if (is_negative) {
            uset_complement(set.get());
        }
        return set;
    }

private:
    char32_t now() const { return at_ < pattern_.size() ? pattern_[at_] : U'\0'; }
    char32_t next() const { return at_ + 1 < pattern_.size() ? pattern_[at_ + 1] : U'\0'; }

    Letters subtracted(Letters set, bool is_negative, int depth) {
        ++at_;
        const Letters other = depth < 20 ? expression(depth + 1) : nullptr;
        if (other == nullptr || now() != U']') {
            return nullptr;
        }
        ++at_;
        if (is_negative) {
            uset_complement(set.get());
        }
        uset_removeAll(set.get(), other.get());
        return set;
    }

    // A letter, a stretch of letters, or an escape for many.
    bool item(USet& set) {
        if (now() == U'\\') {
            if (const Letters many = multi_escape(pattern_, at_)) {
                uset_addAll(&set, many.get());
                return true;
            }
        }
        const std::optional<char32_t> from = letter();
        if (!from) {
            return false;
        }
        std::optional<char32_t> until = from;
        if (now() == U'-' && next() != U']' && next() != U'[' && next() != U'\0' && *from != U'-') {
            ++at_;
            until = letter();
        }
        if (!until || *until < *from) {
            return false;
        }
        Letters added = none();
        uset_addRange(added.get(), static_cast<UChar32>(*from), static_cast<UChar32>(*until));
        if (ignores_case_) {
            uset_closeOver(added.get(), USET_CASE_INSENSITIVE);
            uset_removeAllStrings(added.get());
        }
        uset_addAll(&set, added.get());
        return true;
    }

    std::optional<char32_t> letter() {
        const char32_t found = now();
        if (at_ >= pattern_.size() || found == U'[' || found == U']') {
            return std::nullopt;
        }
        if (found != U'\\') {
            ++at_;
            return found;
        }
        const std::optional<char32_t> escaped = single_escape(next());
        at_ += 2;
        return escaped;
    }

    std::u32string_view pattern_;
    std::size_t at_;
    bool ignores_case_;
};

}  // namespace

std::optional<char32_t> single_escape(char32_t letter) {
    constexpr std::u32string_view themselves = U"\\|.?*+(){}-[]^$";
    switch (letter) {
        case U'n':
            return U'\n';
        case U'r':
            return U'\r';
        case U't':
            return U'\t';
        default:
            return letter != U'\0' && themselves.find(letter) != std::u32string_view::npos
                       ? std::optional<char32_t>(letter)
                       : std::nullopt;
    }
}

std::optional<std::string> translate_class(std::u32string_view pattern, std::size_t& at,
                                           bool ignores_case) {
    ClassReader reader(pattern, at, ignores_case);
    const Letters set = reader.expression(0);
    if (set == nullptr) {
        return std::nullopt;
    }
    at = reader.at();
    return written(*set);
}

std::optional<std::string> translate_class_escape(std::u32string_view pattern, std::size_t& at) {
    const Letters set = multi_escape(pattern, at);
    return set == nullptr ? std::nullopt : std::optional<std::string>(written(*set));
}

}  // namespace feel
