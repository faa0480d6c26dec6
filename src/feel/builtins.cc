#include "feel/builtins.h"

#include "feel/builtin_arguments.h"
#include "feel/builtins_contexts.h"
#include "feel/builtins_dates.h"
#include "feel/builtins_functions.h"
#include "feel/builtins_lists.h"
#include "feel/builtins_numbers.h"
#include "feel/builtins_patterns.h"
#include "feel/builtins_ranges.h"
#include "feel/builtins_strings.h"
#include "feel/builtins_totals.h"
#include "feel/operate.h"

namespace feel {

namespace {

Answer negation(Arguments given) {
    const Truth truth = negated(truth_of(given[0]));
    return truth == Truth::unknown ? std::nullopt : Answer(value_of(truth));
}

std::vector<Builtin> make_builtins() {
    std::vector<Builtin> made;
    add_number_builtins(made);
    add_total_builtins(made);
    add_date_builtins(made);
    add_builtin(made, "not", {"negand"}, {Type::Kind::boolean}, Type::Kind::boolean, negation)
        .in_profile = true;
    add_string_builtins(made);
    add_pattern_builtins(made);
    add_list_builtins(made);
    add_function_builtins(made);
    add_context_builtins(made);
    add_range_builtins(made);
    return made;
}

}  // namespace

const std::vector<Builtin>& builtins() {
    static const std::vector<Builtin> made = make_builtins();
    return made;
}

std::optional<std::size_t> find_builtin(std::string_view name) {
    const std::vector<Builtin>& all_of_them = builtins();
    for (std::size_t i = 0; i < all_of_them.size(); ++i) {
        if (all_of_them[i].name == name) {
            return i;
        }
    }
    return std::nullopt;
}

}  // namespace feel
