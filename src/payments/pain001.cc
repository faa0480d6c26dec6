#include "payments/pain001.h"

#include "base/digest.h"
#include "base/text.h"
#include "base/xml.h"
#include "payments/bank_text.h"

namespace payments {

namespace {

using base::XmlElement;
using base::XmlWriter;

constexpr std::string_view space = "urn:iso:std:iso:20022:tech:xsd:pain.001.001.09";

void write_account(XmlWriter& out, std::string_view tag, const BankAccount& account) {
    out.open(tag).open("Id").open("Othr");
    out.element("Id", account.number.digits());
    out.open("SchmeNm").element("Cd", "BBAN").close();
    out.close().close();
    out.element("Ccy", "GBP");
    out.close();
}

void write_agent(XmlWriter& out, std::string_view tag, const BankAccount& account) {
    out.open(tag).open("FinInstnId").open("ClrSysMmbId");
    out.open("ClrSysId").element("Cd", "GBDSC").close();
    out.element("MmbId", account.sort_code.digits());
    out.close().close().close();
}

void write_party(XmlWriter& out, std::string_view tag, const BankAccount& account) {
    out.open(tag).element("Nm", bank_text(account.name.text(), 70)).close();
}

void write_transfer(XmlWriter& out, const Payment& payment) {
    CHECK(payment.account.has_value() && payment.amount().is_positive());
    out.open("CdtTrfTxInf");
    out.open("PmtId").element("EndToEndId", payment.end_to_end_id).close();
    out.open("Amt").element("InstdAmt", "Ccy", "GBP", payment.amount().to_text()).close();
    write_agent(out, "CdtrAgt", *payment.account);
    write_party(out, "Cdtr", *payment.account);
    write_account(out, "CdtrAcct", *payment.account);
    out.open("RmtInf").element("Ustrd", "Payment reference " + payment.end_to_end_id).close();
    out.close();
}

std::string write_file(const PayRun& run) {
    const std::string count = std::to_string(run.count());
    const std::string sum = run.total().to_text();
    XmlWriter out;
    out.open("Document").attribute("xmlns", space).open("CstmrCdtTrfInitn");
    out.open("GrpHdr");
    out.element("MsgId", run.message_id());
    out.element("CreDtTm", run.released_at->to_text());
    out.element("NbOfTxs", count).element("CtrlSum", sum);
    write_party(out, "InitgPty", run.from);
    out.close();
    out.open("PmtInf");
    out.element("PmtInfId", run.payment_information_id());
    out.element("PmtMtd", "TRF");
    out.element("NbOfTxs", count).element("CtrlSum", sum);
    out.open("ReqdExctnDt").element("Dt", run.pay_on.to_text()).close();
    write_party(out, "Dbtr", run.from);
    write_account(out, "DbtrAcct", run.from);
    write_agent(out, "DbtrAgt", run.from);
    for (const Payment& payment : run.payments) {
        if (payment.status != PaymentStatus::stopped) {
            write_transfer(out, payment);
        }
    }
    out.close().close().close();
    return out.take();
}

std::string place_of(const XmlElement& element, std::string_view name) {
    return "line " + std::to_string(element.line()) + ", " + std::string(name);
}

Result<std::string> field(const XmlElement& element, std::string_view path) {
    const std::optional<std::string> text = element.text_at(path);
    if (!text.has_value() || text->empty()) {
        return Error{"payments.file_field", "The bank file lacks " + std::string(path) + ".",
                     place_of(element, path)};
    }
    return *text;
}

Result<Money> sum_field(const XmlElement& element, std::string_view path) {
    TRY(const std::string text, field(element, path));
    const auto amount = Money::parse_exact(text);
    return amount.has_value() ? amount : base::at(place_of(element, path), amount.error());
}

// Compares the count and sum a block states with what it holds.
Outcome check_totals(const XmlElement& block, std::size_t count, Money sum) {
    TRY(const std::string stated_count, field(block, "NbOfTxs"));
    if (stated_count != std::to_string(count)) {
        return Error{
            "payments.file_count",
            "The file says " + stated_count + " payments and holds " + std::to_string(count) + ".",
            place_of(block, "NbOfTxs")};
    }
    TRY(const Money stated_sum, sum_field(block, "CtrlSum"));
    if (stated_sum != sum) {
        return Error{"payments.file_sum",
                     "The file says " + stated_sum.for_people() + " and its payments come to " +
                         sum.for_people() + ".",
                     place_of(block, "CtrlSum")};
    }
    return Done{};
}

Result<Transfer> read_transfer(const XmlElement& element) {
    Transfer transfer;
    TRY(transfer.end_to_end_id, field(element, "PmtId/EndToEndId"));
    TRY(transfer.amount, sum_field(element, "Amt/InstdAmt"));
    TRY(transfer.name, field(element, "Cdtr/Nm"));
    TRY(transfer.sort_code, field(element, "CdtrAgt/FinInstnId/ClrSysMmbId/MmbId"));
    TRY(transfer.account_number, field(element, "CdtrAcct/Id/Othr/Id"));
    TRY(transfer.remittance, field(element, "RmtInf/Ustrd"));
    const auto currency = element.path("Amt/InstdAmt")->attribute("Ccy");
    if (currency != "GBP") {
        return Error{"payments.file_field", "A payment is not in pounds.",
                     place_of(element, "Amt/InstdAmt")};
    }
    return transfer;
}

Error differs(std::string what) {
    return {"payments.file_differs",
            "The bank file is not the file of this run: " + std::move(what) + " differs."};
}

}  // namespace

Result<BankFile> pain001(const PayRun& run) {
    if (!run.released_at.has_value()) {
        return Error{"payments.not_released",
                     "A second person has to release this pay run before its file can be made."};
    }
    if (run.count() == 0) {
        return Error{"payments.nothing_to_pay", "Every payment of this run is stopped."};
    }
    BankFile file;
    file.name = "onepurse-" + run.message_id() + ".xml";
    file.bytes = write_file(run);
    file.fingerprint = base::digest(file.bytes);
    file.total = run.total();
    file.count = run.count();
    return file;
}

Result<TransferFile> read_pain001(std::string_view bytes) {
    TRY(const base::XmlDocument document, base::XmlDocument::parse(bytes));
    const XmlElement root = document.root();
    const auto header = root.path("CstmrCdtTrfInitn/GrpHdr");
    const auto block = root.path("CstmrCdtTrfInitn/PmtInf");
    if (root.name() != "Document" || root.space() != space || !header || !block ||
        root.child("CstmrCdtTrfInitn")->children("PmtInf").size() != 1) {
        return Error{"payments.not_pain001",
                     "This is not a payment file (pain.001.001.09) with one block of payments.",
                     "line " + std::to_string(root.line())};
    }
    TransferFile file;
    TRY(file.message_id, field(*header, "MsgId"));
    TRY(file.created, field(*header, "CreDtTm"));
    TRY(file.payment_information_id, field(*block, "PmtInfId"));
    TRY(const std::string pay_on, field(*block, "ReqdExctnDt/Dt"));
    const auto date = Date::parse(pay_on);
    if (!date.has_value()) {
        return base::at(place_of(*block, "ReqdExctnDt/Dt"), date.error());
    }
    file.pay_on = *date;
    TRY(file.debtor_name, field(*block, "Dbtr/Nm"));
    TRY(file.debtor_account_number, field(*block, "DbtrAcct/Id/Othr/Id"));
    TRY(file.debtor_sort_code, field(*block, "DbtrAgt/FinInstnId/ClrSysMmbId/MmbId"));
    Money sum;
    for (const XmlElement& element : block->children("CdtTrfTxInf")) {
        TRY(Transfer transfer, read_transfer(element));
        sum += transfer.amount;
        file.transfers.push_back(std::move(transfer));
    }
    TRY_DONE(check_totals(*header, file.transfers.size(), sum));
    TRY_DONE(check_totals(*block, file.transfers.size(), sum));
    return file;
}

Outcome check_file(const PayRun& run, std::string_view bytes) {
    TRY(const TransferFile file, read_pain001(bytes));
    if (file.message_id != run.message_id() || file.transfers.size() != run.count()) {
        return differs("its name or count");
    }
    std::size_t at = 0;
    for (const Payment& payment : run.payments) {
        if (payment.status == PaymentStatus::stopped) {
            continue;
        }
        const Transfer& transfer = file.transfers[at++];
        if (transfer.end_to_end_id != payment.end_to_end_id ||
            transfer.amount != payment.amount() || !payment.account.has_value() ||
            transfer.sort_code != payment.account->sort_code.digits() ||
            transfer.account_number != payment.account->number.digits()) {
            return base::at(payment.id.to_text(), differs("a payment"));
        }
    }
    TRY(const BankFile again, pain001(run));
    if (again.bytes != bytes) {
        return differs("some text");
    }
    return Done{};
}

}  // namespace payments
