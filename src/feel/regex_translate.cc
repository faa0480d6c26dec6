#include "feel/regex_translate.h"

#include <vector>

#include "base/text.h"
#include "feel/regex_class.h"

namespace feel {

namespace {

constexpr std::size_t pattern_max = 10'000;  // letters
constexpr int nesting_max = 100;
constexpr std::size_t repeat_max = 1'000;

bool is_space(char32_t letter) {
    return letter == U' ' || letter == U'\t' || letter == U'\n' || letter == U'\r';
}

bool is_digit(char32_t letter) {
    return letter >= U'0' && letter <= U'9';
}

// Flag x: white space goes, but not inside a class.
std::u32string without_spaces(std::u32string_view pattern) {
    std::u32string kept;
    int open = 0;
    bool is_escaped = false;
    for (const char32_t letter : pattern) {
        if (open == 0 && is_space(letter)) {
            continue;
        }
        if (!is_escaped) {
            open += letter == U'[' ? 1 : letter == U']' && open > 0 ? -1 : 0;
        }
        is_escaped = letter == U'\\' && !is_escaped;
        kept += letter;
    }
    return kept;
}

// One letter as PCRE2 reads it whatever stands around it.
std::string literal(char32_t letter) {
    if ((letter >= U'a' && letter <= U'z') || (letter >= U'A' && letter <= U'Z')) {
        return std::string(1, static_cast<char>(letter));
    }
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string text;
    for (int shift = 20; shift >= 0; shift -= 4) {
        text += digits[(letter >> shift) & 0xF];
    }
    return "\\x{" + text + "}";
}

class Translator {
public:
    Translator(std::u32string_view pattern, RegexText& made) : pattern_(pattern), made_(made) {}

    bool whole() { return alternatives(0) && at_ == pattern_.size(); }

private:
    bool ended() const { return at_ >= pattern_.size(); }
    char32_t now() const { return ended() ? U'\0' : pattern_[at_]; }
    char32_t ahead(std::size_t count) const {
        return at_ + count < pattern_.size() ? pattern_[at_ + count] : U'\0';
    }
    void write(std::string_view text) { made_.text += text; }

    // Branches parted by "|", up to the end or a ")".
    bool alternatives(int depth) {
        if (depth > nesting_max) {
            return false;
        }
        while (!ended() && now() != U')') {
            if (now() == U'|') {
                write("|");
                ++at_;
            } else if (!piece(depth)) {
                return false;
            }
        }
        return true;
    }

    // An atom and how often it stands.
    bool piece(int depth) {
        const std::size_t from = made_.text.size();
        if (!atom(depth)) {
            return false;
        }
        std::string often;
        if (!quantifier(often)) {
            return false;
        }
        if (!often.empty()) {
            made_.text.insert(from, "(?:");
            write(")" + often);
        }
        return true;
    }

    bool atom(int depth) {
        switch (now()) {
            case U'(':
                return group(depth);
            case U'[': {
                const std::optional<std::string> set =
                    translate_class(pattern_, at_, made_.ignores_case);
                write(set.value_or(""));
                return set.has_value();
            }
            case U'\\':
                return escape();
            case U'.':
                write(made_.dot_is_all ? "." : "[^\\n\\r]");
                break;
            case U'^':
            case U'$':
                write(now() == U'^' ? "^" : "$");
                break;
            case U'?':
            case U'*':
            case U'+':
            case U'{':
            case U'}':
            case U']':
                return false;
            default:
                write(literal(now()));
        }
        ++at_;
        return true;
    }

    bool group(int depth) {
        ++at_;
        std::size_t number = 0;
        if (now() == U'?') {
            if (ahead(1) != U':') {
                return false;
            }
            at_ += 2;
            write("(?:");
        } else {
            number = ++made_.groups;
            write("(");
        }
        if (!alternatives(depth + 1) || now() != U')') {
            return false;
        }
        ++at_;
        write(")");
        if (number > 0) {
            closed_.resize(made_.groups + 1);
            closed_[number] = true;
        }
        return true;
    }

    bool escape() {
        if (is_digit(ahead(1))) {
            return back_reference();
        }
        if (const std::optional<char32_t> letter = single_escape(ahead(1))) {
            write(literal(*letter));
            at_ += 2;
            return true;
        }
        const std::optional<std::string> set = translate_class_escape(pattern_, at_);
        write(set.value_or(""));
        return set.has_value();
    }

    // \1 to a group that is closed; more digits belong to it while there are so many groups.
    bool back_reference() {
        ++at_;
        auto number = static_cast<std::size_t>(now() - U'0');
        ++at_;
        while (is_digit(now())) {
            const std::size_t longer = number * 10 + static_cast<std::size_t>(now() - U'0');
            if (number == 0 || longer > made_.groups) {
                break;
            }
            number = longer;
            ++at_;
        }
        if (number == 0 || number >= closed_.size() || !closed_[number]) {
            return false;
        }
        write("\\g{" + std::to_string(number) + "}");
        return true;
    }

    std::optional<std::size_t> count() {
        std::size_t number = 0;
        const std::size_t from = at_;
        for (; is_digit(now()); ++at_) {
            number = number * 10 + static_cast<std::size_t>(now() - U'0');
            if (number > repeat_max) {
                return std::nullopt;
            }
        }
        return at_ == from ? std::nullopt : std::optional<std::size_t>(number);
    }

    // {2}, {2,} or {2,5}; at "{".
    bool counted(std::string& often) {
        ++at_;
        const std::optional<std::size_t> least = count();
        if (!least) {
            return false;
        }
        often = "{" + std::to_string(*least);
        if (now() == U',') {
            ++at_;
            often += ",";
            if (now() != U'}') {
                const std::optional<std::size_t> most = count();
                if (!most || *most < *least) {
                    return false;
                }
                often += std::to_string(*most);
            }
        }
        if (now() != U'}') {
            return false;
        }
        ++at_;
        often += "}";
        return true;
    }

    bool quantifier(std::string& often) {
        if (now() == U'{') {
            if (!counted(often)) {
                return false;
            }
        } else if (now() == U'?' || now() == U'*' || now() == U'+') {
            often = std::string(1, static_cast<char>(now()));
            ++at_;
        } else {
            return true;
        }
        if (now() == U'?') {
            often += "?";
            ++at_;
        }
        return true;
    }

    std::u32string_view pattern_;
    RegexText& made_;
    std::size_t at_ = 0;
    std::vector<bool> closed_;
};

// Reads the flags; false for one there is none of. `drops_space` is flag x.
bool read_flags(std::string_view flags, RegexText& made, bool& drops_space) {
    for (const char flag : flags) {
        switch (flag) {
            case 's':
                made.dot_is_all = true;
                break;
            case 'm':
                made.is_multiline = true;
                break;
            case 'i':
                made.ignores_case = true;
                break;
            case 'x':
                drops_space = true;
                break;
            case 'q':
                made.is_literal = true;
                break;
            default:
                return false;
        }
    }
    return true;
}

}  // namespace

std::optional<RegexText> translate_regex(std::string_view pattern, std::string_view flags) {
    RegexText made;
    bool drops_space = false;
    std::optional<std::u32string> letters = base::to_code_points(pattern);
    if (!letters || letters->size() > pattern_max || !read_flags(flags, made, drops_space)) {
        return std::nullopt;
    }
    if (made.is_literal) {
        for (const char32_t letter : *letters) {
            made.text += literal(letter);
        }
        return made;
    }
    if (drops_space) {
        letters = without_spaces(*letters);
    }
    return Translator(*letters, made).whole() ? std::optional<RegexText>(made) : std::nullopt;
}

}  // namespace feel
