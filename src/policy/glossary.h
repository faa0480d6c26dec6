#pragma once
// The terms of the field that pages may not use without saying what they mean: content/glossary.csv
// names each with its meaning, and with a shorter one for Easy Read. A page hands in the text it
// shows and gets the terms it must explain.

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace policy {

struct Term {
    std::string term;
    std::string meaning;
    std::string easy;
};

class Glossary {
public:
    // Reads the file. Refuses: policy.bad_cell (an empty cell, a term named twice), the codes of
    // csv.
    static Result<Glossary> parse(std::string_view bytes);

    const std::vector<Term>& terms() const { return terms_; }
    // Gives the terms that stand in a text as whole words, small letters or capitals, singular or
    // with an s; of two terms at one place the longer. In the order of the file.
    std::vector<Term> terms_in(std::string_view text) const;

private:
    std::vector<Term> terms_;
};

}  // namespace policy
