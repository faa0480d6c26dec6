#include "payments/camt_detail.h"

#include <array>

#include "base/text.h"
#include "payments/camt_parts.h"

namespace payments {

std::string_view Detail::reference(std::string_view name) const {
    for (const NamedValue& each : references) {
        if (each.name == name) {
            return each.value;
        }
    }
    return "";
}

namespace camt {

namespace {

struct Word {
    std::string_view element;
    std::string_view name;
};

// Gives our name for an element, "" for one that is not in the list.
template <std::size_t count>
std::string name_of(const std::array<Word, count>& words, std::string_view element) {
    for (const Word& word : words) {
        if (word.element == element) {
            return std::string(word.name);
        }
    }
    return "";
}

constexpr std::array<Word, 15> reference_words = {
    {{"MsgId", "message_id"},
     {"AcctSvcrRef", "account_servicer_reference"},
     {"PmtInfId", "payment_information_id"},
     {"InstrId", "instruction_id"},
     {"EndToEndId", "end_to_end_id"},
     {"UETR", "uetr"},
     {"TxId", "transaction_id"},
     {"MndtId", "mandate_id"},
     {"ChqNb", "cheque_number"},
     {"ClrSysRef", "clearing_system_reference"},
     {"AcctOwnrTxId", "account_owner_transaction_id"},
     {"AcctSvcrTxId", "account_servicer_transaction_id"},
     {"MktInfrstrctrTxId", "market_infrastructure_transaction_id"},
     {"PrcgId", "processing_id"},
     {"CertId", "certificate_id"}}};

constexpr std::array<Word, 7> amount_words = {{{"InstdAmt", "instructed"},
                                               {"TxAmt", "transaction"},
                                               {"CntrValAmt", "counter_value"},
                                               {"AnncdPstngAmt", "announced_posting"},
                                               {"PrtryAmt", "proprietary"},
                                               {"OrgnlAmt", "original"},
                                               {"SttlmAmt", "settlement"}}};

constexpr std::array<Word, 6> party_words = {{{"InitgPty", "initiating_party"},
                                              {"Dbtr", "debtor"},
                                              {"UltmtDbtr", "ultimate_debtor"},
                                              {"Cdtr", "creditor"},
                                              {"UltmtCdtr", "ultimate_creditor"},
                                              {"TradgPty", "trading_party"}}};

constexpr std::array<Word, 11> agent_words = {{{"DbtrAgt", "debtor_agent"},
                                               {"CdtrAgt", "creditor_agent"},
                                               {"IntrmyAgt1", "intermediary_agent_1"},
                                               {"IntrmyAgt2", "intermediary_agent_2"},
                                               {"IntrmyAgt3", "intermediary_agent_3"},
                                               {"InstgAgt", "instructing_agent"},
                                               {"InstdAgt", "instructed_agent"},
                                               {"RcvgAgt", "receiving_agent"},
                                               {"DlvrgAgt", "delivering_agent"},
                                               {"IssgAgt", "issuing_agent"},
                                               {"SttlmPlc", "settlement_place"}}};

constexpr std::array<Word, 7> date_words = {{{"AccptncDtTm", "accepted"},
                                             {"TradActvtyCtrctlSttlmDt", "contractual_settlement"},
                                             {"TradDt", "traded"},
                                             {"IntrBkSttlmDt", "interbank_settlement"},
                                             {"StartDt", "start"},
                                             {"EndDt", "end"},
                                             {"TxDtTm", "transaction"}}};

void read_references(const XmlElement& element, Detail& detail) {
    for (const XmlElement& each : element.children()) {
        const std::string name = name_of(reference_words, each.name());
        if (!name.empty()) {
            detail.references.push_back({.name = name, .value = clean_text(each.text())});
        } else if (each.name() == "Prtry") {
            detail.proprietary_references.push_back(
                {.name = text_of(each, "Tp"), .value = text_of(each, "Ref")});
        }
    }
}

Outcome read_amounts(const XmlElement& element, Detail& detail) {
    for (const XmlElement& each : element.children()) {
        const std::string name = name_of(amount_words, each.name());
        if (name.empty() || !each.child("Amt")) {
            continue;
        }
        NamedAmount named{.name = name,
                          .source_currency = text_of(each, "CcyXchg/SrcCcy"),
                          .target_currency = text_of(each, "CcyXchg/TrgtCcy"),
                          .exchange_rate = text_of(each, "CcyXchg/XchgRate")};
        TRY(named.amount, amount_of(*each.child("Amt")));
        detail.amount_details.push_back(std::move(named));
    }
    return Done{};
}

void read_parties(const XmlElement& element, Detail& detail) {
    for (const XmlElement& each : element.children()) {
        const std::string role = name_of(party_words, each.name());
        if (!role.empty()) {
            detail.parties.push_back(party_of(role, each));
        } else if (each.name() == "Prtry" && each.child("Pty")) {
            detail.parties.push_back(party_of(text_of(each, "Tp"), *each.child("Pty")));
        }
    }
    // The account stands beside its party; a bank may give it without a party.
    for (const Word& word : {Word{"DbtrAcct", "debtor"}, Word{"CdtrAcct", "creditor"}}) {
        const std::optional<XmlElement> account = element.child(word.element);
        if (!account) {
            continue;
        }
        Party* holder = nullptr;
        for (Party& party : detail.parties) {
            holder = party.role == word.name ? &party : holder;
        }
        if (holder == nullptr) {
            holder = &detail.parties.emplace_back(Party{.role = std::string(word.name)});
        }
        holder->account = account_of(*account);
    }
}

void read_agents(const XmlElement& element, Detail& detail) {
    for (const XmlElement& each : element.children()) {
        const std::string role = name_of(agent_words, each.name());
        if (!role.empty()) {
            detail.agents.push_back(agent_of(role, each));
        } else if (each.name() == "Prtry" && each.child("Agt")) {
            detail.agents.push_back(agent_of(text_of(each, "Tp"), *each.child("Agt")));
        }
    }
}

StructuredRemittance structured_of(const XmlElement& element) {
    StructuredRemittance structured{.additional = texts_of(element, "AddtlRmtInf")};
    for (const XmlElement& document : element.children("RfrdDocInf")) {
        const std::string number = text_of(document, "Nb");
        structured.documents.push_back(number.empty() ? text_of(document, "RfrdDocNb") : number);
    }
    const std::optional<XmlElement> reference = element.child("CdtrRefInf");
    if (reference) {
        structured.reference = text_of(*reference, "Ref");
        if (structured.reference.empty()) {
            structured.reference = text_of(*reference, "CdtrRef");  // version 1
        }
        const std::optional<XmlElement> type =
            reference->child("Tp") ? reference->child("Tp") : reference->child("CdtrRefTp");
        structured.type = type ? code_of(*type) : Code{};
    }
    return structured;
}

void read_remittance(const XmlElement& element, Detail& detail, std::vector<Error>& warnings) {
    for (const XmlElement& each : element.children("Ustrd")) {
        detail.unstructured.push_back(clean_text(each.text()));
        const std::size_t length = base::code_points(detail.unstructured.back());
        if (length > 140) {
            warnings.push_back({"payments.long_remittance",
                                "The remittance text has " + std::to_string(length) +
                                    " characters, more than the 140 the message allows. It was "
                                    "kept whole.",
                                place_of(each)});
        }
    }
    for (const XmlElement& each : element.children("Strd")) {
        detail.structured.push_back(structured_of(each));
    }
}

Outcome read_dates(const XmlElement& element, Detail& detail) {
    for (const XmlElement& each : element.children()) {
        const bool is_own = each.name() == "Prtry" && each.child("Dt");
        const std::string name = is_own ? text_of(each, "Tp") : name_of(date_words, each.name());
        if (!name.empty()) {
            TRY(const BankTime time, time_of(is_own ? *each.child("Dt") : each));
            detail.dates.push_back({.name = name, .time = time});
        }
    }
    return Done{};
}

ReturnInformation return_of(const XmlElement& element) {
    ReturnInformation returned;
    const std::optional<XmlElement> reason =
        element.child("Rsn") ? element.child("Rsn") : element.child("RtrRsn");
    returned.reason = reason ? code_of(*reason) : Code{};
    if (element.child("OrgnlBkTxCd")) {
        const TransactionCode original = transaction_code_of(*element.child("OrgnlBkTxCd"));
        returned.original_code = {.code = original.sub_family,
                                  .proprietary = original.proprietary,
                                  .issuer = original.issuer};
    }
    returned.originator = element.child("Orgtr") ? party_of("", *element.child("Orgtr")).name : "";
    returned.additional = texts_of(element, "AddtlInf");
    for (std::string& text : texts_of(element, "AddtlRtrRsnInf")) {
        returned.additional.push_back(std::move(text));
    }
    return returned;
}

}  // namespace

Result<Detail> detail_of(const XmlElement& element, CreditDebit entry_direction, bool is_only,
                         std::vector<Error>& warnings) {
    Detail detail;
    detail.line = element.line();
    if (element.child("Refs")) {
        read_references(*element.child("Refs"), detail);
    }
    if (element.child("Amt")) {
        TRY(detail.amount, amount_of(*element.child("Amt")));
    }
    if (element.child("AmtDtls")) {
        TRY_DONE(read_amounts(*element.child("AmtDtls"), detail));
    }
    TRY(const std::optional<CreditDebit> own, direction_child(element));
    detail.direction = is_only ? entry_direction : own.value_or(entry_direction);
    if (is_only && own.value_or(entry_direction) != entry_direction) {
        warnings.push_back({"payments.direction_contradicts",
                            "The only transaction of this entry says the other direction than the "
                            "entry. The entry's was taken.",
                            place_of(element)});
    }
    if (element.child("BkTxCd")) {
        detail.transaction_code = transaction_code_of(*element.child("BkTxCd"));
    }
    TRY(detail.charges, charges_of(element));
    if (element.child("RltdPties")) {
        read_parties(*element.child("RltdPties"), detail);
    }
    if (element.child("RltdAgts")) {
        read_agents(*element.child("RltdAgts"), detail);
    }
    if (element.child("RmtInf")) {
        read_remittance(*element.child("RmtInf"), detail, warnings);
    }
    if (element.child("RltdDts")) {
        TRY_DONE(read_dates(*element.child("RltdDts"), detail));
    }
    if (element.child("RtrInf")) {
        detail.returned = return_of(*element.child("RtrInf"));
    }
    if (element.child("Purp")) {
        detail.purpose = code_of(*element.child("Purp"));
    }
    detail.additional = text_of(element, "AddtlTxInf");
    return detail;
}

}  // namespace camt
}  // namespace payments
