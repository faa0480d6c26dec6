#include "casework/check_book.h"

#include "casework/book_laws.h"

namespace casework {

const std::vector<Law>& laws() {
    static const std::vector<Law> all = {
        {"I1", "Every entry sums to nought, in every stream.", entries_sum_to_nought},
        {"I2", "Every balance is the sum of its postings.", balances_are_their_postings},
        {"I3", "A cause, a sum owed and a request have one effect, for ever.", one_effect_for_ever},
        {"I4", "What was refused left nothing, and what was done has its entries.",
         nothing_half_done},
        {"I5", "No balance is ever below nought, at any moment.", never_below_nought},
        {"I6", "Each payment went its way step by step.", payments_go_step_by_step},
        {"I7", "What was paid is within what was agreed for those days.", paid_within_agreed},
        {"I8", "No more is taken back than was moved.", taken_back_once},
        {"I9", "Each bank file is the file of its run, to the penny and the byte.",
         files_are_their_runs},
        {"I10", "A movement at the bank is matched once, and clearing holds what is with the bank.",
         bank_matches_once},
        {"I12", "Who prepares, confirms and releases are different people.", two_people},
        {"I13", "Nothing is paid for days after a death, a move or an end.", nothing_after_the_end},
        {"I19", "What is shown to people agrees with the balances.", statements_agree},
        {"I20", "Every look at a record by somebody else is written down.", looks_are_kept},
        {"I21", "Each year's money is its own, and moves on no day before that year.",
         years_are_apart},
        {"I22", "What a person was told is signed, and kept with its rules.", told_sums_are_signed},
        {"I23", "Every version of the rules is kept whole and can be worked with.",
         versions_are_kept_whole},
        {"I24", "Versions of rules follow each other without a gap, each proposed first.",
         versions_follow_each_other},
        {"I25", "Who publishes rules neither proposed them nor wrote them last.",
         rules_need_two_people},
    };
    return all;
}

std::vector<Verdict> check_book(store::Store& store) {
    return store.read([](store::Snapshot& snapshot) {
        std::vector<Verdict> verdicts;
        for (const Law& law : laws()) {
            verdicts.push_back({&law, law.violations(snapshot)});
        }
        return verdicts;
    });
}

}  // namespace casework
