#include "budget/contribution_terms.h"

#include <algorithm>
#include <array>
#include <set>

#include "base/named.h"
#include "budget/frequency.h"

namespace budget {
namespace {

constexpr std::array<base::Named<Collected>, 2> ways = {{
    {Collected::net, "net"},
    {Collected::gross, "gross"},
}};

Money due_of(const ContributionTerm& term, const Period& dates) {
    Period both{std::max(dates.from, term.from), dates.until};
    if (term.until) {
        both.until = std::min(both.until, *term.until);
    }
    return both.from < both.until ? weekly_sum_over(term.weekly, term.from, both) : Money();
}

Money due_in_all(const ContributionTerms& terms, const Period& dates) {
    return terms.due_in(dates, Collected::net) + terms.due_in(dates, Collected::gross);
}

}  // namespace

std::string_view to_text(Collected collected) {
    return named(ways, collected).text;
}
std::optional<Collected> collected_from_text(std::string_view text) {
    return value_named(ways, text);
}

Money ContributionTerms::due_in(const Period& dates, Collected collected) const {
    Money sum;
    for (const ContributionTerm& term : terms) {
        if (term.collected == collected) {
            sum += due_of(term, dates);
        }
    }
    return sum;
}

const ContributionTerm* ContributionTerms::on(Date day) const {
    const auto found =
        std::find_if(terms.begin(), terms.end(), [day](const ContributionTerm& term) {
            return term.from <= day && (!term.until || day < *term.until);
        });
    return found == terms.end() ? nullptr : &*found;
}

std::vector<ContributionDelta> contribution_deltas(const ContributionTerms& before,
                                                   const ContributionTerms& after,
                                                   const Period& within, std::string_view why) {
    std::set<Date> cuts = {within.from, within.until};
    for (const ContributionTerms* each : {&before, &after}) {
        for (const ContributionTerm& term : each->terms) {
            for (const std::optional<Date>& day : {std::optional<Date>(term.from), term.until}) {
                if (day && within.contains(*day)) {
                    cuts.insert(*day);
                }
            }
        }
    }
    std::vector<ContributionDelta> found;
    for (auto from = cuts.begin(); std::next(from) != cuts.end(); ++from) {
        const Period dates{*from, *std::next(from)};
        const Money was = due_in_all(before, dates);
        const Money is = due_in_all(after, dates);
        if (was != is) {
            found.push_back({dates.from, dates.until, was, is, std::string(why)});
        }
    }
    return found;
}

Outcome check_terms(const ContributionTerms& terms) {
    for (std::size_t index = 0; index < terms.terms.size(); ++index) {
        const ContributionTerm& term = terms.terms[index];
        if (index > 0) {
            const ContributionTerm& earlier = terms.terms[index - 1];
            if (!earlier.until || *earlier.until > term.from) {
                return Error{
                    "budget.terms_overlap",
                    "Two contributions are set for the same days. Give each its own days."};
            }
        }
        if (term.weekly.is_negative()) {
            return Error{"budget.contribution_negative", "A contribution cannot be below nought."};
        }
        if (term.until && *term.until <= term.from) {
            return Error{"budget.term_empty", "A contribution must end after the day it starts."};
        }
    }
    return Done{};
}

Result<ContributionTerms> with_term(ContributionTerms terms, const ContributionTerm& term) {
    std::erase_if(terms.terms,
                  [&term](const ContributionTerm& old) { return old.from >= term.from; });
    if (!terms.terms.empty()) {
        ContributionTerm& last = terms.terms.back();
        if (!last.until || *last.until > term.from) {
            last.until = term.from;
        }
    }
    terms.terms.push_back(term);
    TRY_DONE(check_terms(terms));
    return terms;
}

}  // namespace budget
