#pragma once
// ContributionTerms is what a person pays towards her support herself: a weekly sum, from a date,
// collected net (she pays it into the account of her support, and each instalment is less by it) or
// gross (the council pays all and invoices her). Terms follow one another; the sum for any dates is
// counted from each term's first day, so that parts of a term always add up to the whole.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/ids.h"
#include "base/money.h"
#include "base/result.h"

namespace budget {

enum class Collected { net, gross };
std::string_view to_text(Collected collected);
std::optional<Collected> collected_from_text(std::string_view text);

struct ContributionTerm {
    Date from = {};
    std::optional<Date> until = {};  // none: until another term or for good
    Money weekly = {};
    Collected collected = Collected::net;

    friend bool operator==(const ContributionTerm&, const ContributionTerm&) = default;
};

struct ContributionTerms {
    PersonId person = {};
    StreamId stream = {};                      // the stream whose owner charges
    std::vector<ContributionTerm> terms = {};  // in the order of dates, not overlapping

    // Gives what she pays in some dates, of one way of collecting.
    Money due_in(const Period& dates, Collected collected) const;
    // Gives the term in force on a day.
    const ContributionTerm* on(Date day) const;

    friend bool operator==(const ContributionTerms&, const ContributionTerms&) = default;
};

// One stretch of days in which she pays another sum than she did before.
struct ContributionDelta {
    Date from = {};
    Date until = {};
    Money before = {};
    Money after = {};
    std::string why = {};

    Money difference() const { return after - before; }
    friend bool operator==(const ContributionDelta&, const ContributionDelta&) = default;
};

// Gives every stretch within some dates in which two sets of terms differ, however collected.
std::vector<ContributionDelta> contribution_deltas(const ContributionTerms& before,
                                                   const ContributionTerms& after,
                                                   const Period& within, std::string_view why);

// Checks terms. Refuses: budget.terms_overlap, budget.contribution_negative, budget.term_empty.
Outcome check_terms(const ContributionTerms& terms);

// Puts a new term from its first day on: earlier terms end there, later ones are dropped.
// Refuses: what check_terms refuses.
Result<ContributionTerms> with_term(ContributionTerms terms, const ContributionTerm& term);

}  // namespace budget
