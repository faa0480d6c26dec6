#include "payments/camt.h"

#include <algorithm>
#include <charconv>

#include "base/text.h"
#include "payments/camt_detail.h"
#include "payments/camt_parts.h"

namespace payments {

namespace {

using base::XmlElement;
using camt::account_of;
using camt::agent_of;
using camt::amount_of;
using camt::charges_of;
using camt::code_of;
using camt::detail_of;
using camt::direction_of;
using camt::page_of;
using camt::party_of;
using camt::place_of;
using camt::text_of;
using camt::time_child;
using camt::time_of;
using camt::transaction_code_of;
using camt::truth_of;

Error lacks(const XmlElement& element, std::string code, std::string_view name) {
    return {std::move(code),
            "This lacks its " + std::string(name) + ". Ask the bank for a new file.",
            place_of(element)};
}

Result<Balance> balance_of(const XmlElement& element) {
    const std::optional<XmlElement> type = element.child("Tp");
    const std::optional<XmlElement> amount = element.child("Amt");
    const std::optional<XmlElement> direction = element.child("CdtDbtInd");
    const std::optional<XmlElement> date = element.child("Dt");
    if (!type || !amount || !direction || !date) {
        return lacks(element, "payments.balance",
                     !type        ? "type (Tp)"
                     : !amount    ? "amount (Amt)"
                     : !direction ? "direction (CdtDbtInd)"
                                  : "date (Dt)");
    }
    Balance balance;
    balance.type = code_of(*type);
    balance.sub_type = type->child("SubTp") ? code_of(*type->child("SubTp")) : Code{};
    TRY(balance.amount, amount_of(*amount));
    TRY(balance.direction, direction_of(*direction));
    TRY(balance.date, time_of(*date));
    return balance;
}

Result<Batch> batch_of(const XmlElement& element) {
    Batch batch{.message_id = text_of(element, "MsgId"),
                .payment_information_id = text_of(element, "PmtInfId")};
    const std::string count = text_of(element, "NbOfTxs");
    if (!count.empty()) {
        std::size_t number = 0;
        const auto [end, fault] =
            std::from_chars(count.data(), count.data() + count.size(), number);
        if (fault != std::errc() || end != count.data() + count.size()) {
            return Error{"payments.entry", "The number of payments of this batch is not a number.",
                         place_of(element)};
        }
        batch.count = number;
    }
    if (element.child("TtlAmt")) {
        TRY(batch.total, amount_of(*element.child("TtlAmt")));
    }
    return batch;
}

// Batches and transactions stand in NtryDtls; before version 2, in the entry itself.
Outcome read_inside(const XmlElement& element, BankEntry& entry, std::vector<Error>& warnings) {
    std::vector<XmlElement> holders = element.children("NtryDtls");
    holders.push_back(element);
    std::size_t transactions = 0;
    for (const XmlElement& holder : holders) {
        transactions += holder.children("TxDtls").size();
    }
    for (const XmlElement& holder : holders) {
        for (const XmlElement& each : holder.children()) {
            if (each.name() == "Btch") {
                TRY(Batch batch, batch_of(each));
                entry.batches.push_back(std::move(batch));
            } else if (each.name() == "TxDtls") {
                TRY(Detail detail, detail_of(each, entry.direction, transactions == 1, warnings));
                entry.details.push_back(std::move(detail));
            }
        }
    }
    return Done{};
}

Result<BankEntry> entry_of(const XmlElement& element, std::vector<Error>& warnings) {
    const std::optional<XmlElement> amount = element.child("Amt");
    const std::optional<XmlElement> direction = element.child("CdtDbtInd");
    const std::optional<XmlElement> status = element.child("Sts");
    if (!amount || !direction || !status) {
        return lacks(element, "payments.entry",
                     !amount      ? "amount (Amt)"
                     : !direction ? "direction (CdtDbtInd)"
                                  : "status (Sts)");
    }
    BankEntry entry;
    entry.line = element.line();
    TRY(entry.amount, amount_of(*amount));
    TRY(entry.direction, direction_of(*direction));
    const Code word = code_of(*status);
    entry.status = word.code.empty() ? word.proprietary : word.code;
    if (element.child("RvslInd")) {
        TRY(entry.is_reversal, truth_of(*element.child("RvslInd")));
    }
    TRY(entry.booked, time_child(element, "BookgDt"));
    TRY(entry.value, time_child(element, "ValDt"));
    entry.reference = text_of(element, "NtryRef");
    entry.account_servicer_reference = text_of(element, "AcctSvcrRef");
    if (element.child("BkTxCd")) {
        entry.transaction_code = transaction_code_of(*element.child("BkTxCd"));
    }
    TRY(entry.charges, charges_of(element));
    entry.additional = text_of(element, "AddtlNtryInf");
    TRY_DONE(read_inside(element, entry, warnings));
    return entry;
}

Result<Statement> statement_of(const XmlElement& element) {
    Statement statement;
    statement.line = element.line();
    statement.id = text_of(element, "Id");
    const std::optional<XmlElement> account = element.child("Acct");
    if (statement.id.empty()) {
        return lacks(element, "payments.account", "name (Id)");
    }
    if (!account || account_of(*account).id.empty()) {
        return lacks(element, "payments.account", "account (Acct)");
    }
    statement.account = account_of(*account);
    if (account->child("Ownr")) {
        statement.owner = party_of("owner", *account->child("Ownr"));
    }
    if (account->child("Svcr")) {
        statement.servicer = agent_of("servicer", *account->child("Svcr"));
    }
    TRY(statement.created, time_child(element, "CreDtTm"));
    if (element.child("FrToDt")) {
        const XmlElement period = *element.child("FrToDt");
        TRY(statement.from, time_child(period, period.child("FrDtTm") ? "FrDtTm" : "FrDt"));
        TRY(statement.until, time_child(period, period.child("ToDtTm") ? "ToDtTm" : "ToDt"));
    }
    statement.electronic_sequence = text_of(element, "ElctrncSeqNb");
    statement.legal_sequence = text_of(element, "LglSeqNb");
    statement.copy_or_duplicate = text_of(element, "CpyDplctInd");
    for (const char* name : {"StmtPgntn", "RptPgntn", "NtfctnPgntn"}) {
        statement.page = element.child(name) ? page_of(element, name) : statement.page;
    }
    for (const char* name : {"AddtlStmtInf", "AddtlRptInf", "AddtlNtfctnInf"}) {
        statement.additional += text_of(element, name);
    }
    return statement;
}

// Warns when the booked movements do not lead from the opening to the closing balance.
void check_balances(const Statement& statement, std::size_t refused, std::vector<Error>& warnings) {
    const auto find = [&](std::string_view type) -> const Balance* {
        const auto found =
            std::find_if(statement.balances.begin(), statement.balances.end(),
                         [&](const Balance& each) { return each.type.code == type; });
        return found == statement.balances.end() ? nullptr : &*found;
    };
    const auto signed_value = [](const Amount& amount, CreditDebit direction) {
        return direction == CreditDebit::credit ? amount.value : -amount.value;
    };
    const Balance* opening = find("OPBD");
    const Balance* closing = find("CLBD");
    if (refused > 0 || opening == nullptr || closing == nullptr ||
        opening->amount.currency != closing->amount.currency) {
        return;
    }
    Decimal sum = signed_value(opening->amount, opening->direction);
    for (const BankEntry& entry : statement.entries) {
        if (entry.amount.currency != opening->amount.currency) {
            return;
        }
        if (entry.is_booked()) {
            sum = sum + signed_value(entry.amount, entry.direction);
        }
    }
    const Decimal stated = signed_value(closing->amount, closing->direction);
    if (sum != stated) {
        warnings.push_back(
            {"payments.balance_does_not_follow",
             "The opening balance and the movements come to " + sum.normalised().to_text() +
                 " and the closing balance says " + stated.normalised().to_text() +
                 ". A page of the statement may be missing.",
             "line " + std::to_string(statement.line) + ", statement " + statement.id});
    }
}

class Reader {
public:
    ReadStatement result;

    void read_statement(const XmlElement& element) {
        ++number_;
        const std::string place = "statement " + std::to_string(number_);
        auto header = statement_of(element);
        count(header, place);
        Statement statement = header.has_value() ? *header : Statement{};
        const std::size_t refused_before = result.refused.size();
        std::size_t balances = 0;
        std::size_t entries = 0;
        for (const XmlElement& each : element.children()) {
            if (each.name() == "Bal") {
                auto balance = balance_of(each);
                keep(std::move(balance), statement.balances, header.has_value(), each,
                     place + ", balance " + std::to_string(++balances));
            } else if (each.name() == "Ntry") {
                auto entry = entry_of(each, result.warnings);
                if (entry.has_value()) {
                    entry->index = entries;
                }
                keep(std::move(entry), statement.entries, header.has_value(), each,
                     place + ", entry " + std::to_string(++entries));
            }
        }
        if (header.has_value()) {
            check_balances(statement, result.refused.size() - refused_before, result.warnings);
            result.file.statements.push_back(std::move(statement));
        }
    }

private:
    template <typename T>
    bool count(const Result<T>& record, const std::string& place) {
        ++result.read;
        if (record.has_value()) {
            ++result.kept;
        } else {
            result.refused.push_back(base::at(place, record.error()));
        }
        return record.has_value();
    }

    // A good record of a statement that was refused is refused with it.
    template <typename T>
    void keep(Result<T> record, std::vector<T>& into, bool has_header, const XmlElement& element,
              const std::string& place) {
        if (record.has_value() && !has_header) {
            record = Error{"payments.statement_refused",
                           "The statement this belongs to was refused.", place_of(element)};
        }
        if (count(record, place)) {
            into.push_back(std::move(record).value());
        }
    }

    std::size_t number_ = 0;
};

// Says which message it is: by the namespace, or by the element where there is none.
std::string message_of(const XmlElement& root, const XmlElement& body) {
    const std::string space = root.space();
    const std::size_t at = space.rfind("camt.05");
    if (at != std::string::npos) {
        return space.substr(at, 32);
    }
    return body.name().starts_with("BkToCstmrStmt")      ? "camt.053"
           : body.name().starts_with("BkToCstmrAcctRpt") ? "camt.052"
                                                         : "camt.054";
}

std::optional<XmlElement> body_of(const XmlElement& root) {
    for (const XmlElement& each : root.children()) {
        const std::string name = each.name();
        if (name.starts_with("BkToCstmrStmt") || name.starts_with("BkToCstmrAcctRpt") ||
            name.starts_with("BkToCstmrDbtCdtNtfctn")) {
            return each;
        }
    }
    return std::nullopt;
}

}  // namespace

Result<ReadStatement> read_camt(std::string_view bytes) {
    TRY(const base::XmlDocument document, base::XmlDocument::parse(bytes));
    const XmlElement root = document.root();
    const std::optional<XmlElement> body = body_of(root);
    if (root.name() != "Document" || !body) {
        return Error{"payments.not_a_statement",
                     "This is not a bank statement (camt.052, camt.053 or camt.054). Choose the "
                     "statement file the bank gave you.",
                     place_of(root)};
    }
    Reader reader;
    StatementFile& file = reader.result.file;
    file.message = message_of(root, *body);
    const std::optional<XmlElement> header = body->child("GrpHdr");
    if (!header || text_of(*header, "MsgId").empty()) {
        return lacks(*body, "payments.statement_header", "message id (GrpHdr/MsgId)");
    }
    file.id = text_of(*header, "MsgId");
    TRY(file.created, time_child(*header, "CreDtTm"));
    if (header->child("MsgRcpt")) {
        file.recipient = party_of("recipient", *header->child("MsgRcpt"));
    }
    file.page = page_of(*header, "MsgPgntn");
    file.additional = text_of(*header, "AddtlInf");
    std::size_t statements = 0;
    for (const XmlElement& each : body->children()) {
        if (each.name() == "Stmt" || each.name() == "Rpt" || each.name() == "Ntfctn") {
            reader.read_statement(each);
            ++statements;
        }
    }
    if (statements == 0) {
        return lacks(*body, "payments.no_statement", "statement (Stmt, Rpt or Ntfctn)");
    }
    CHECK(reader.result.read == reader.result.kept + reader.result.refused.size());
    return std::move(reader.result);
}

}  // namespace payments
