#pragma once
// A pattern of FEEL: the regular expressions of XPath and XQuery 3.1, which are those of XML Schema
// with reluctant quantifiers, groups, back-references, "^" and "$". They are translated
// (regex_translate.h) and run by PCRE2, with every step counted, so that no pattern runs on without
// end. What XPath calls an error is nothing here.

#include <cstddef>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "feel/work.h"

namespace feel {

class Regex {
public:
    // Reads a pattern and its flags (s, m, i, x, q). Nothing for one that is not well formed.
    static std::optional<Regex> make(std::string_view pattern, std::string_view flags);

    // Whether the pattern matches some part of a text. Nothing when the work is spent.
    std::optional<bool> is_in(std::string_view text, Work& work) const;

    // Gives the text with every match replaced; "$1" stands for a group, "\$" and "\\" for
    // themselves. Nothing for another "$" or "\", a pattern that matches nothing at all, a result
    // longer than `size_max` bytes, and when the work is spent.
    std::optional<std::string> replace(std::string_view text, std::string_view replacement,
                                       std::size_t size_max, Work& work) const;

    // Gives the parts between matches. Nothing for a pattern that matches nothing at all, more than
    // `parts_max` parts, and when the work is spent.
    std::optional<std::vector<std::string>> split(std::string_view text, std::size_t parts_max,
                                                  Work& work) const;

private:
    struct Compiled;
    class Search;
    explicit Regex(std::shared_ptr<const Compiled> compiled) : compiled_(std::move(compiled)) {}
    bool append_replacement(std::string& out, std::string_view replacement, std::string_view text,
                            const std::vector<std::size_t>& groups) const;
    bool matches_nothing(Work& work) const;

    std::shared_ptr<const Compiled> compiled_;
};

}  // namespace feel
