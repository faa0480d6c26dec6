#include "expected_statement.h"

#include <algorithm>
#include <array>

namespace conformance {

namespace {

using payments::Address;
using payments::Agent;
using payments::Amount;
using payments::Balance;
using payments::BankEntry;
using payments::BankTime;
using payments::Charge;
using payments::Charges;
using payments::CreditDebit;
using payments::Detail;
using payments::Identification;
using payments::NamedAmount;
using payments::NamedValue;
using payments::Page;
using payments::Party;
using payments::PartyAccount;
using payments::Statement;
using payments::StatementFile;
using payments::StructuredRemittance;
using payments::TransactionCode;

// A member of the dump, or null where the dump has null, nothing, or a mark that it was shown
// above.
const json::object* object_at(const json::object& from, std::string_view name) {
    const json::value* found = from.if_contains(name);
    return found != nullptr ? found->if_object() : nullptr;
}

std::string text_at(const json::object& from, std::string_view name) {
    const json::value* found = from.if_contains(name);
    if (found == nullptr || !found->is_string()) {
        return "";
    }
    const std::string text(found->get_string());
    return text == "__RECURSIVITY__" ? "" : text;
}

std::vector<const json::object*> objects_at(const json::object& from, std::string_view name) {
    std::vector<const json::object*> found;
    const json::value* list = from.if_contains(name);
    if (list != nullptr && list->is_array()) {
        for (const json::value& each : list->get_array()) {
            if (each.is_object()) {
                found.push_back(&each.get_object());
            }
        }
    }
    return found;
}

std::string class_of(const json::object& from) {
    const std::string whole = text_at(from, "__CLASS__");
    return whole.substr(whole.rfind('\\') + 1);
}

struct Pair {
    std::string_view theirs;
    std::string_view ours;
};

constexpr std::array<Pair, 14> reference_names = {
    {{"getMessageId", "message_id"},
     {"getAccountServicerReference", "account_servicer_reference"},
     {"getPaymentInformationId", "payment_information_id"},
     {"getInstructionId", "instruction_id"},
     {"getEndToEndId", "end_to_end_id"},
     {"getUuidEndToEndReference", "uetr"},
     {"getTransactionId", "transaction_id"},
     {"getMandateId", "mandate_id"},
     {"getChequeNumber", "cheque_number"},
     {"getClearingSystemReference", "clearing_system_reference"},
     {"getAccountOwnerTransactionId", "account_owner_transaction_id"},
     {"getAccountServicerTransactionId", "account_servicer_transaction_id"},
     {"getMarketInfrastructureTransactionId", "market_infrastructure_transaction_id"},
     {"getProcessingId", "processing_id"}}};

constexpr std::array<Pair, 10> balance_names = {{{"opening", "OPBD PRCD"},
                                                 {"opening_available", "OPAV"},
                                                 {"closing", "CLBD"},
                                                 {"closing_available", "CLAV"},
                                                 {"forward_available", "FWAV"},
                                                 {"information", "INFO"},
                                                 {"interim", "ITBD"},
                                                 {"interim_available", "ITAV"},
                                                 {"expected_credit", "XPCD"},
                                                 {"expected_debit", "XPDB"}}};

constexpr std::array<Pair, 6> party_roles = {{{"Debtor", "debtor"},
                                              {"Creditor", "creditor"},
                                              {"UltimateDebtor", "ultimate_debtor"},
                                              {"UltimateCreditor", "ultimate_creditor"},
                                              {"DebtorAgent", "debtor_agent"},
                                              {"CreditorAgent", "creditor_agent"}}};

template <std::size_t count>
std::string ours_for(const std::array<Pair, count>& pairs, std::string_view theirs) {
    for (const Pair& pair : pairs) {
        if (pair.theirs == theirs) {
            return std::string(pair.ours);
        }
    }
    return "unknown " + std::string(theirs);
}

class Comparer {
public:
    Comparison result;

    void same(std::string_view what, const std::string& expected, const std::string& found) {
        ++result.facts;
        if (expected != found) {
            result.differences.push_back(std::string(what) + ": expected \"" + expected +
                                         "\", read \"" + found + "\"");
        }
    }

    // Compares a text where the other reader has one.
    void text(const json::object& from, std::string_view name, const std::string& found) {
        if (!text_at(from, name).empty()) {
            same(name, text_at(from, name), found);
        }
    }

    void one_of(std::string_view what, const std::string& expected,
                const std::vector<std::string>& found) {
        const bool has = std::find(found.begin(), found.end(), expected) != found.end();
        same(what, expected, has ? expected : "nothing like it");
    }

    // Theirs is in minor units with a sign; ours a decimal and a direction.
    void amount(std::string_view what, const json::object* from, const Amount& found,
                CreditDebit direction) {
        if (from == nullptr) {
            return;
        }
        const std::string currency = text_at(*object_at(*from, "getCurrency"), "getCode");
        const Decimal minor = found.value * Decimal(currency == "JPY" ? 1 : 100);
        const Decimal signed_minor = direction == CreditDebit::debit ? -minor : minor;
        same(std::string(what) + " currency", currency, found.currency);
        same(what, Decimal::parse(text_at(*from, "getAmount"))->to_text(),
             signed_minor.is_zero() ? "0" : signed_minor.normalised().to_text());
    }

    // The one further sum the other reader shows is one of those we carry.
    void amount_detail(const json::object& from, const Detail& found) {
        std::vector<std::string> sums;
        for (const NamedAmount& each : found.amount_details) {
            const Decimal minor = each.amount.value * Decimal(100);
            sums.push_back(minor.is_zero() ? "0" : minor.normalised().to_text());
        }
        const Decimal theirs = *Decimal::parse(text_at(from, "getAmount"));
        one_of("amount detail", theirs.absolute().to_text(), sums);
    }

    // Theirs is a time in UTC; a day alone is midnight.
    void time(const json::object& from, std::string_view name,
              const std::optional<BankTime>& found) {
        const json::object* expected = object_at(from, name);
        if (expected == nullptr) {
            return;
        }
        std::string ours = "nothing";
        if (found.has_value()) {
            const Instant at = found->at.value_or(Instant{found->date.days() * 86400});
            ours = at.to_text();
            ours.replace(ours.size() - 1, 1, "+00:00");
        }
        same(name, text_at(*expected, "0"), ours);
    }

    void account(const json::object* from, const std::optional<PartyAccount>& found) {
        if (from == nullptr) {
            return;
        }
        const PartyAccount ours = found.value_or(PartyAccount{});
        text(*from, "getIdentification", ours.id);
        text(*from, "getName", ours.name);
        text(*from, "getIssuer", ours.issuer);
        text(*from, "getSchemeName", ours.scheme);
        const std::string form = class_of(*from);
        same("account form", form,
             ours.kind == "iban"          ? "IbanAccount"
             : ours.kind == "bban"        ? "BBANAccount"
             : ours.kind == "upic"        ? "UPICAccount"
             : ours.kind == "proprietary" ? "ProprietaryAccount"
                                          : "OtherAccount");
    }

    void address(const json::object* from, const std::optional<Address>& found) {
        if (from == nullptr) {
            return;
        }
        const Address ours = found.value_or(Address{});
        text(*from, "getBuildingNumber", ours.building);
        text(*from, "getCountry", ours.country);
        text(*from, "getCountrySubDivision", ours.country_part);
        text(*from, "getDepartment", ours.department);
        text(*from, "getPostCode", ours.post_code);
        text(*from, "getStreetName", ours.street);
        text(*from, "getSubDepartment", ours.sub_department);
        text(*from, "getTownName", ours.town);
        const json::value* lines = from->if_contains("getAddressLines");
        if (lines != nullptr && lines->is_array()) {
            for (const json::value& line : lines->get_array()) {
                one_of("address line", std::string(line.get_string()), ours.lines);
            }
        }
    }

    void identification(const json::object* from, const std::vector<Identification>& found) {
        if (from == nullptr) {
            return;
        }
        std::vector<std::string> ids;
        std::vector<std::string> issuers;
        for (const Identification& each : found) {
            ids.push_back(each.id);
            issuers.push_back(each.issuer);
        }
        for (const auto& member : *from) {
            const std::string name(member.key());
            const std::string value = text_at(*from, name);
            if (name == "__CLASS__" || value.empty()) {
                continue;
            }
            one_of(name, value, name.ends_with("Issuer") ? issuers : ids);
        }
    }

    void party(const json::object& from, const std::vector<Party>& found) {
        const json::object* type = object_at(from, "getRelatedPartyType");
        if (type == nullptr) {
            return;
        }
        const std::string role = ours_for(party_roles, class_of(*type));
        const auto ours = std::find_if(found.begin(), found.end(),
                                       [&](const Party& each) { return each.role == role; });
        if (ours == found.end()) {
            same("party", role, "nobody");
            return;
        }
        text(*type, "getName", ours->name);
        address(object_at(*type, "getAddress"), ours->address);
        identification(object_at(*type, "getIdentification"), ours->identifications);
        account(object_at(from, "getAccount"), ours->account);
    }

    void agent(const json::object& from, const std::vector<Agent>& found) {
        const json::object* type = object_at(from, "getRelatedAgentType");
        if (type == nullptr) {
            return;
        }
        const std::string role = ours_for(party_roles, class_of(*type));
        const auto ours = std::find_if(found.begin(), found.end(),
                                       [&](const Agent& each) { return each.role == role; });
        if (ours == found.end()) {
            same("agent", role, "nobody");
            return;
        }
        text(*type, "getBIC", ours->bic);
        text(*type, "getName", ours->name);
    }

    void code(const json::object* from, const TransactionCode& found) {
        if (from == nullptr) {
            return;
        }
        const json::object* domain = object_at(*from, "getDomain");
        if (domain != nullptr) {
            text(*domain, "getCode", found.domain);
            const json::object* family = object_at(*domain, "getFamily");
            text(*family, "getCode", found.family);
            text(*family, "getSubFamilyCode", found.sub_family);
        }
        const json::object* own = object_at(*from, "getProprietary");
        if (own != nullptr) {
            text(*own, "getCode", found.proprietary);
            text(*own, "getIssuer", found.issuer);
        }
    }

    void charges(const json::object* from, const std::optional<Charges>& found) {
        if (from == nullptr) {
            return;
        }
        const Charges ours = found.value_or(Charges{});
        amount("charges", object_at(*from, "getTotalChargesAndTaxAmount"),
               ours.total.value_or(Amount{}), CreditDebit::credit);
        const json::object* record = object_at(*from, "getRecord");
        if (record != nullptr && !ours.records.empty()) {
            const Charge& first = ours.records[0];
            amount("charge", object_at(*record, "getAmount"), first.amount,
                   first.direction.value_or(CreditDebit::credit));
            text(*record, "getIdentification", first.type.proprietary);
        } else if (record != nullptr) {
            same("charge", "one", "none");
        }
    }

    void remittance(const json::object* from, const Detail& found) {
        if (from == nullptr) {
            return;
        }
        std::vector<std::string> texts = found.unstructured;
        for (const StructuredRemittance& each : found.structured) {
            texts.push_back(each.reference);
            texts.insert(texts.end(), each.additional.begin(), each.additional.end());
        }
        if (!text_at(*from, "getMessage").empty()) {
            one_of("remittance", text_at(*from, "getMessage"), texts);
        }
        for (const json::object* each : objects_at(*from, "getUnstructuredBlocks")) {
            one_of("remittance", text_at(*each, "getMessage"), found.unstructured);
        }
        const json::object* reference = object_at(*from, "getCreditorReferenceInformation");
        if (reference != nullptr && !found.structured.empty()) {
            text(*reference, "getRef", found.structured[0].reference);
            text(*reference, "getCode", found.structured[0].type.code);
            text(*reference, "getProprietary", found.structured[0].type.proprietary);
        } else if (reference != nullptr) {
            same("creditor reference", text_at(*reference, "getRef"), "none");
        }
    }

    void references(const json::object* from, const Detail& found) {
        if (from == nullptr) {
            return;
        }
        for (const Pair& pair : reference_names) {
            text(*from, pair.theirs, std::string(found.reference(pair.ours)));
        }
        std::size_t at = 0;
        for (const json::object* each : objects_at(*from, "getProprietaries")) {
            const NamedValue ours = at < found.proprietary_references.size()
                                        ? found.proprietary_references[at]
                                        : NamedValue{};
            text(*each, "getType", ours.name);
            text(*each, "getReference", ours.value);
            ++at;
        }
    }

    void detail(const json::object& from, const Detail& found) {
        const CreditDebit direction = found.direction;
        text(from, "getCreditDebitIndicator", direction == CreditDebit::credit ? "CRDT" : "DBIT");
        references(object_at(from, "getReference"), found);
        if (object_at(from, "getAmount") != nullptr) {
            amount("detail amount", object_at(from, "getAmount"), found.amount.value_or(Amount{}),
                   direction);
        }
        if (object_at(from, "getAmountDetails") != nullptr) {
            amount_detail(*object_at(from, "getAmountDetails"), found);
        }
        code(object_at(from, "getBankTransactionCode"), found.transaction_code);
        charges(object_at(from, "getCharges"), found.charges);
        for (const json::object* each : objects_at(from, "getRelatedParties")) {
            party(*each, found.parties);
        }
        for (const json::object* each : objects_at(from, "getRelatedAgents")) {
            agent(*each, found.agents);
        }
        if (object_at(from, "getRelatedAgent") != nullptr) {
            agent(*object_at(from, "getRelatedAgent"), found.agents);
        }
        remittance(object_at(from, "getRemittanceInformation"), found);
        text(from, "getAdditionalTransactionInformation", found.additional);
    }

    void entry(const json::object& from, const BankEntry& found) {
        amount("entry amount", object_at(from, "getAmount"), found.amount, found.direction);
        text(from, "getCreditDebitIndicator",
             found.direction == CreditDebit::credit ? "CRDT" : "DBIT");
        same("reversal", from.at("getReversalIndicator").as_bool() ? "yes" : "no",
             found.is_reversal ? "yes" : "no");
        text(from, "getStatus", found.status);
        time(from, "getBookingDate", found.booked);
        time(from, "getValueDate", found.value);
        text(from, "getAccountServicerReference", found.account_servicer_reference);
        text(from, "getReference", found.reference);
        text(from, "getAdditionalInfo", found.additional);
        text(from, "getBatchPaymentId",
             found.batches.empty() ? "" : found.batches[0].payment_information_id);
        code(object_at(from, "getBankTransactionCode"), found.transaction_code);
        charges(object_at(from, "getCharges"), found.charges);
        const json::array& details = from.at("getTransactionDetails").as_array();
        same("number of transactions", std::to_string(details.size()),
             std::to_string(found.details.size()));
        for (std::size_t i = 0; i < details.size() && i < found.details.size(); ++i) {
            // The dump shows the first one under getTransactionDetail only.
            const json::object* each = details[i].is_object()
                                           ? &details[i].get_object()
                                           : object_at(from, "getTransactionDetail");
            if (each != nullptr) {
                detail(*each, found.details[i]);
            }
        }
    }

    void balances(const json::object& from, const Statement& found) {
        const std::vector<const json::object*> all = objects_at(from, "getBalances");
        same("number of balances", std::to_string(all.size()),
             std::to_string(found.balances.size()));
        for (std::size_t i = 0; i < all.size() && i < found.balances.size(); ++i) {
            const Balance& ours = found.balances[i];
            amount("balance", object_at(*all[i], "getAmount"), ours.amount, ours.direction);
            time(*all[i], "getDate", ours.date);
            const std::string codes = ours_for(balance_names, text_at(*all[i], "getType"));
            same("balance type", codes,
                 codes.find(ours.type.code) == std::string::npos ? ours.type.code : codes);
        }
    }

    void statement(const json::object& from, const Statement& found) {
        text(from, "getId", found.id);
        time(from, "getCreatedOn", found.created);
        time(from, "getFromDate", found.from);
        time(from, "getToDate", found.until);
        text(from, "getElectronicSequenceNumber", found.electronic_sequence);
        text(from, "getLegalSequenceNumber", found.legal_sequence);
        text(from, "getCopyDuplicateIndicator", found.copy_or_duplicate);
        text(from, "getAdditionalInformation", found.additional);
        account(object_at(from, "getAccount"), found.account);
        balances(from, found);
        const json::object* page = object_at(from, "getPagination");
        if (page != nullptr) {
            text(*page, "getPageNumber", found.page.value_or(Page{}).number);
        }
    }

    void header(const json::object& from, const StatementFile& found) {
        text(from, "getMessageId", found.id);
        time(from, "getCreatedOn", found.created);
        text(from, "getAdditionalInformation", found.additional);
        const json::object* recipient = object_at(from, "getMessageRecipient");
        if (recipient != nullptr) {
            const Party ours = found.recipient.value_or(Party{});
            text(*recipient, "getName", ours.name);
            text(*recipient, "getCountryOfResidence", ours.country_of_residence);
            address(object_at(*recipient, "getAddress"), ours.address);
            identification(object_at(*recipient, "getIdentification"), ours.identifications);
        }
        const json::object* page = object_at(from, "getPagination");
        if (page != nullptr) {
            text(*page, "getPageNumber", found.page.value_or(Page{}).number);
        }
    }
};

}  // namespace

Comparison compare(const json::object& expected, const payments::ReadStatement& read) {
    Comparer comparer;
    comparer.header(expected.at("getGroupHeader").as_object(), read.file);
    comparer.same("number of statements",
                  std::to_string(expected.at("getRecords").as_array().size()),
                  std::to_string(read.file.statements.size()));
    std::vector<const json::object*> records = objects_at(expected, "getRecords");
    for (const json::object* entry : objects_at(expected, "getEntries")) {
        const json::object* record = object_at(*entry, "getRecord");
        if (record == nullptr) {
            continue;
        }
        records.push_back(record);
        const auto index = static_cast<std::size_t>(entry->at("getIndex").to_number<int>());
        bool found = false;
        for (const payments::Statement& statement : read.file.statements) {
            if (statement.id == text_at(*record, "getId") && index < statement.entries.size()) {
                comparer.entry(*entry, statement.entries[index]);
                found = true;
            }
        }
        comparer.same("entry " + std::to_string(index), "there", found ? "there" : "missing");
    }
    for (const json::object* record : records) {
        bool found = false;
        for (const payments::Statement& statement : read.file.statements) {
            if (statement.id == text_at(*record, "getId")) {
                comparer.statement(*record, statement);
                found = true;
            }
        }
        comparer.same("statement", text_at(*record, "getId"),
                      found ? text_at(*record, "getId") : "missing");
    }
    return std::move(comparer.result);
}

}  // namespace conformance
