#pragma once
// The fields of a UK bank account on a form, and what is known of an account, the same wherever its
// owner gives it: a person, whoever holds money for her, a provider.

#include <optional>
#include <vector>

#include "casework/bank_details.h"
#include "web/form_fields.h"
#include "web/visit.h"

namespace web {

// Asks name, sort code and number.
Html account_fields(const Visit& visit);
// Reads them; says everything that is wrong at once, beside its field.
std::optional<payments::BankAccount> read_account(Form& form);

// Tells whose accounts are in use and which wait for a check. Numbers in use are not shown whole.
Html details_list(const std::vector<casework::PayeeDetails>& all);
std::string in_use_words(const casework::PayeeDetails& details);
std::string waiting_words(const casework::PayeeDetails& details);

// Says that a second person checks it.
Html account_explanation();

}  // namespace web
