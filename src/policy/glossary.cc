#include "policy/glossary.h"

#include <algorithm>
#include <cctype>

#include "base/csv.h"

namespace policy {

namespace {

bool is_letter(char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0;
}

std::string in_small_letters(std::string_view text) {
    std::string small(text);
    std::ranges::transform(small, small.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return small;
}

// Finds a term as whole words; npos when it is not there.
std::size_t find_whole(const std::string& text, const std::string& term) {
    for (std::size_t at = text.find(term); at != std::string::npos; at = text.find(term, at + 1)) {
        std::size_t end = at + term.size();
        if (end < text.size() && text[end] == 's') {
            ++end;
        }
        const bool begins = at == 0 || !is_letter(text[at - 1]);
        if (begins && (end == text.size() || !is_letter(text[end]))) {
            return at;
        }
    }
    return std::string::npos;
}

}  // namespace

Result<Glossary> Glossary::parse(std::string_view bytes) {
    TRY(const base::CsvTable table, base::CsvTable::parse(bytes, {"term", "meaning", "easy"}));
    Glossary glossary;
    for (const base::CsvRow& row : table.rows()) {
        Term term{table.cell(row, "term"), table.cell(row, "meaning"), table.cell(row, "easy")};
        const bool twice =
            std::ranges::find(glossary.terms_, term.term, &Term::term) != glossary.terms_.end();
        if (term.term.empty() || term.meaning.empty() || term.easy.empty() || twice) {
            return Error{"policy.bad_cell",
                         "A term stands once, with its meaning and its meaning in Easy Read.",
                         "glossary.csv line " + std::to_string(row.line)};
        }
        glossary.terms_.push_back(std::move(term));
    }
    return glossary;
}

std::vector<Term> Glossary::terms_in(std::string_view text) const {
    // The longest first; what one has taken no other finds.
    std::vector<const Term*> longest_first;
    for (const Term& term : terms_) {
        longest_first.push_back(&term);
    }
    std::ranges::stable_sort(longest_first, [](const Term* a, const Term* b) {
        return b->term.size() < a->term.size();
    });
    std::string left = in_small_letters(text);
    std::vector<const Term*> found;
    for (const Term* term : longest_first) {
        const std::string small = in_small_letters(term->term);
        for (std::size_t at = find_whole(left, small); at != std::string::npos;
             at = find_whole(left, small)) {
            left.replace(at, small.size(), small.size(), '#');
            found.push_back(term);
        }
    }
    std::vector<Term> terms;
    for (const Term& term : terms_) {
        if (std::ranges::find(found, &term) != found.end()) {
            terms.push_back(term);
        }
    }
    return terms;
}

}  // namespace policy
