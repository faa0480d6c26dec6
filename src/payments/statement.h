#pragma once
// A bank statement as the bank wrote it: the values of camt.052 (report within the day), camt.053
// (statement) and camt.054 (single notes), any version. Amounts are Decimal with their currency, as
// many places as the bank gave; they become Money only in match.h, when the account is ours and
// in pounds. Nothing here is judged: parties, references and texts are carried as they stand. Read
// by camt.h, printed by statement_json.h, matched by match.h.

#include <cstddef>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.h"
#include "base/decimal.h"

namespace payments {

enum class CreditDebit { credit, debit };  // seen from the account's owner: money in, money out

struct Amount {
    Decimal value = {};
    std::string currency = {};  // three capital letters

    friend bool operator==(const Amount&, const Amount&) = default;
};

// A day, and the second when the bank gave one. The day is the one written, in the bank's own zone;
// a time without a zone is taken as UTC.
struct BankTime {
    Date date = {};
    std::optional<Instant> at = {};

    friend bool operator==(const BankTime&, const BankTime&) = default;
};

// A kind of code with who defines it: "SCOR", or a bank's own word.
struct Code {
    std::string code = {};
    std::string proprietary = {};
    std::string issuer = {};
};

struct NamedValue {
    std::string name = {};
    std::string value = {};
};

struct Address {
    std::string department = {};
    std::string sub_department = {};
    std::string street = {};
    std::string building = {};
    std::string post_code = {};
    std::string town = {};
    std::string country_part = {};
    std::string country = {};
    std::vector<std::string> lines = {};
};

// One number or name by which a party is known ("bic" DABAIE2D, "other" 455454654 of KBO-BCE).
struct Identification {
    std::string kind = {};
    std::string id = {};
    std::string scheme = {};
    std::string issuer = {};
};

struct PartyAccount {
    std::string kind = {};  // iban, bban, upic, proprietary or other
    std::string id = {};
    std::string scheme = {};
    std::string issuer = {};
    std::string name = {};
    std::string currency = {};
};

// An institution: a bank of a party, or the bank that keeps the account.
struct Agent {
    std::string role = {};  // debtor_agent, creditor_agent, intermediary_agent_1 ...
    std::string bic = {};
    std::string name = {};
    std::string clearing_system = {};
    std::string member_id = {};  // a sort code when the system is GBDSC
    std::vector<Identification> identifications = {};
    std::optional<Address> address = {};
};

struct Party {
    std::string role =
        {};  // debtor, creditor, ultimate_debtor, ultimate_creditor, initiating_party ...
    std::string name = {};
    std::optional<Address> address = {};
    std::vector<Identification> identifications = {};
    std::string country_of_residence = {};
    std::vector<NamedValue> contacts = {};  // phone, email ...
    std::optional<Agent> agent = {};        // where the party is itself an institution
    std::optional<PartyAccount> account = {};
};

struct Charge {
    Amount amount = {};
    std::optional<CreditDebit> direction = {};
    std::optional<bool> is_included = {};
    Code type = {};
};

struct Charges {
    std::optional<Amount> total = {};
    std::vector<Charge> records = {};
};

// One of the sums a transaction is told in: instructed, transaction, counter_value, announced ...
struct NamedAmount {
    std::string name = {};
    Amount amount = {};
    std::string source_currency = {};
    std::string target_currency = {};
    std::string exchange_rate = {};  // as written
};

struct NamedTime {
    std::string name = {};
    BankTime time = {};
};

// What the movement was, in the codes of ISO 20022 (domain, family, subfamily) or of the bank.
struct TransactionCode {
    std::string domain = {};
    std::string family = {};
    std::string sub_family = {};
    std::string proprietary = {};
    std::string issuer = {};
};

struct StructuredRemittance {
    std::string reference = {};
    Code type = {};
    std::vector<std::string> documents = {};  // numbers of the documents referred to
    std::vector<std::string> additional = {};
};

struct ReturnInformation {
    Code reason = {};
    Code original_code = {};
    std::string originator = {};
    std::vector<std::string> additional = {};
};

// One transaction of an entry. Its direction is its own where the entry has several transactions
// and the bank gave it one, else the entry's. References are kept by their names: end_to_end_id,
// instruction_id, message_id, payment_information_id, transaction_id, uetr, mandate_id ...
struct Detail {
    std::vector<NamedValue> references = {};
    std::vector<NamedValue> proprietary_references = {};  // name = the bank's type
    std::optional<Amount> amount = {};
    std::vector<NamedAmount> amount_details = {};
    CreditDebit direction = CreditDebit::credit;
    TransactionCode transaction_code = {};
    std::optional<Charges> charges = {};
    std::vector<Party> parties = {};
    std::vector<Agent> agents = {};
    std::vector<std::string> unstructured = {};  // remittance text
    std::vector<StructuredRemittance> structured = {};
    std::vector<NamedTime> dates = {};
    std::optional<ReturnInformation> returned = {};
    Code purpose = {};
    std::string additional = {};
    long line = 0;

    // Gives the reference of a name, "" when the bank gave none.
    std::string_view reference(std::string_view name) const;
};

// What a batch says of itself, when its transactions may not be listed.
struct Batch {
    std::string message_id = {};
    std::string payment_information_id = {};
    std::optional<std::size_t> count = {};
    std::optional<Amount> total = {};
};

struct BankEntry {
    std::string reference = {};
    std::string account_servicer_reference = {};
    Amount amount = {};
    CreditDebit direction = CreditDebit::credit;
    bool is_reversal = false;
    std::string status = {};  // BOOK, PDNG, INFO, FUTR or the bank's word
    std::optional<BankTime> booked = {};
    std::optional<BankTime> value = {};
    TransactionCode transaction_code = {};
    std::optional<Charges> charges = {};
    std::vector<Batch> batches = {};
    std::vector<Detail> details = {};
    std::string additional = {};
    std::size_t index = 0;  // place in the statement, from 0
    long line = 0;          // in the file

    bool is_booked() const { return status == "BOOK"; }
};

struct Balance {
    Code type = {};  // OPBD, CLBD, ITBD, CLAV ...
    Code sub_type = {};
    Amount amount = {};  // never below nought; `direction` says which way
    CreditDebit direction = CreditDebit::credit;
    BankTime date = {};
};

struct Page {
    std::string number = {};
    std::optional<bool> is_last = {};
};

struct Statement {
    std::string id = {};
    PartyAccount account = {};
    std::optional<Party> owner = {};
    std::optional<Agent> servicer = {};
    std::optional<BankTime> created = {};
    std::optional<BankTime> from = {};
    std::optional<BankTime> until = {};
    std::string electronic_sequence = {};
    std::string legal_sequence = {};
    std::string copy_or_duplicate = {};
    std::optional<Page> page = {};
    std::vector<Balance> balances = {};
    std::vector<BankEntry> entries = {};
    std::string additional = {};
    long line = 0;
};

struct StatementFile {
    std::string message = {};  // "camt.053.001.08"
    std::string id = {};
    std::optional<BankTime> created = {};
    std::optional<Party> recipient = {};
    std::optional<Page> page = {};
    std::string additional = {};
    std::vector<Statement> statements = {};
};

}  // namespace payments
