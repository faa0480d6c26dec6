#pragma once
// The small parts that all statement messages share: texts, amounts, days, codes, accounts,
// parties and agents, in the spellings of every version. Each takes an element and gives a value;
// what is not there is left empty, what is there and cannot be understood is refused with its line.
// Used by camt.cc and camt_detail.cc only.

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/xml.h"
#include "payments/statement.h"

namespace payments::camt {

using base::XmlElement;

// Gives "line 12, Amt".
std::string place_of(const XmlElement& element);

// Gives the text at a path, "" when it is not there. Marks that turn the direction of writing are
// shown as a replacement sign, so that a name cannot look like another.
std::string text_of(const XmlElement& element, std::string_view path);
std::string clean_text(std::string text);
std::vector<std::string> texts_of(const XmlElement& element, std::string_view name);

// Reads <Amt Ccy="GBP">1.00</Amt>: digits with at most one point, none below nought.
// Refuses: payments.amount.
Result<Amount> amount_of(const XmlElement& element);

// Reads CRDT or DBIT. Refuses: payments.direction.
Result<CreditDebit> direction_of(const XmlElement& element);

// Reads true, false, 1 or 0. Refuses: payments.entry.
Result<bool> truth_of(const XmlElement& element);

// Reads a day or a time as text. Nothing for other text.
std::optional<BankTime> parse_bank_time(std::string_view text);

// Reads an element that holds a day or time, or a Dt or DtTm with one. Refuses: payments.date.
Result<BankTime> time_of(const XmlElement& element);

// Read the child of a name where there is one.
Result<std::optional<BankTime>> time_child(const XmlElement& element, std::string_view name);
Result<std::optional<CreditDebit>> direction_child(const XmlElement& element);
Result<std::optional<Charges>> charges_of(const XmlElement& element);

// Reads Cd or Prtry, also inside CdOrPrtry, with Issr; plain text counts as a code.
Code code_of(const XmlElement& element);
TransactionCode transaction_code_of(const XmlElement& element);
Address address_of(const XmlElement& element);
PartyAccount account_of(const XmlElement& element);
Agent agent_of(std::string role, const XmlElement& element);
Party party_of(std::string role, const XmlElement& element);
std::optional<Page> page_of(const XmlElement& element, std::string_view name);

}  // namespace payments::camt
