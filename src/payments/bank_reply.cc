#include "payments/bank_reply.h"

#include "base/xml.h"
#include "payments/bank_text.h"

namespace payments {

namespace {

using base::XmlWriter;

class ReplyWriter {
public:
    ReplyWriter(XmlWriter& out, const ReplyRequest& request) : out_(out), request_(request) {}

    Money moved() const { return moved_; }

    void payment(const Payment& payment) {
        open_entry(Direction::out, payment.amount(), "ICDT");
        out_.open("NtryDtls");
        transaction(payment, Direction::out, "");
        out_.close().close();
    }

    void whole_file(const PayRun& run) {
        open_entry(Direction::out, run.total(), "ICDT");
        out_.open("NtryDtls").open("Btch");
        out_.element("MsgId", run.message_id());
        out_.element("PmtInfId", run.payment_information_id());
        out_.element("NbOfTxs", std::to_string(run.count()));
        out_.element("TtlAmt", "Ccy", "GBP", run.total().to_text());
        out_.element("CdtDbtInd", "DBIT");
        out_.close().close().close();
    }

    void comes_back(const Payment& payment, std::string_view reason) {
        open_entry(Direction::in, payment.amount(), "RRTN");
        out_.open("NtryDtls");
        transaction(payment, Direction::in, reason);
        out_.close().close();
    }

    void other(const OtherMovement& movement) {
        const bool is_in = movement.direction == Direction::in;
        open_entry(movement.direction, movement.amount, is_in ? "RCDT" : "ICDT");
        out_.open("NtryDtls").open("TxDtls");
        out_.element("Amt", "Ccy", "GBP", movement.amount.to_text());
        out_.element("CdtDbtInd", is_in ? "CRDT" : "DBIT");
        out_.open("RltdPties").open(is_in ? "Dbtr" : "Cdtr").open("Pty");
        out_.element("Nm", bank_text(movement.party, 70));
        out_.close().close().close();
        out_.open("RmtInf").element("Ustrd", bank_text(movement.text, 140)).close();
        out_.close().close().close();
    }

    void balance(std::string_view type, Money amount) {
        out_.open("Bal");
        out_.open("Tp").open("CdOrPrtry").element("Cd", type).close().close();
        out_.element("Amt", "Ccy", "GBP", (amount.is_negative() ? -amount : amount).to_text());
        out_.element("CdtDbtInd", amount.is_negative() ? "DBIT" : "CRDT");
        out_.open("Dt").element("Dt", request_.on.to_text()).close();
        out_.close();
    }

private:
    void open_entry(Direction direction, Money amount, std::string_view family) {
        CHECK(amount.is_positive());
        const bool is_in = direction == Direction::in;
        moved_ += is_in ? amount : -amount;
        ++count_;
        out_.open("Ntry");
        out_.element("Amt", "Ccy", "GBP", amount.to_text());
        out_.element("CdtDbtInd", is_in ? "CRDT" : "DBIT");
        out_.open("Sts").element("Cd", "BOOK").close();
        out_.open("BookgDt").element("Dt", request_.on.to_text()).close();
        out_.open("ValDt").element("Dt", request_.on.to_text()).close();
        out_.element("AcctSvcrRef",
                     bank_text(request_.statement, 24) + "-" + std::to_string(count_));
        out_.open("BkTxCd").open("Domn").element("Cd", "PMNT").open("Fmly");
        out_.element("Cd", family == "RRTN" ? "RCDT" : family);
        out_.element("SubFmlyCd", family == "RRTN" ? "RRTN" : "DMCT");
        out_.close().close().close();
    }

    void transaction(const Payment& payment, Direction direction, std::string_view reason) {
        CHECK(payment.account.has_value());
        out_.open("TxDtls");
        out_.open("Refs").element("EndToEndId", payment.end_to_end_id).close();
        out_.element("Amt", "Ccy", "GBP", payment.amount().to_text());
        out_.element("CdtDbtInd", direction == Direction::in ? "CRDT" : "DBIT");
        out_.open("RltdPties").open("Cdtr").open("Pty");
        out_.element("Nm", bank_text(payment.account->name.text(), 70));
        out_.close().close();
        out_.open("CdtrAcct").open("Id").open("Othr");
        out_.element("Id", payment.account->number.digits());
        out_.open("SchmeNm").element("Cd", "BBAN").close();
        out_.close().close().close().close();
        if (!reason.empty()) {
            out_.open("RtrInf").open("Rsn").element("Cd", reason).close().close();
        }
        out_.close();
    }

    XmlWriter& out_;
    const ReplyRequest& request_;
    Money moved_;
    int count_ = 0;
};

void write_account(XmlWriter& out, const BankAccount& account) {
    out.open("Acct").open("Id").open("Othr");
    out.element("Id", account.number.digits());
    out.open("SchmeNm").element("Cd", "BBAN").close();
    out.close().close();
    out.element("Ccy", "GBP");
    out.open("Ownr").element("Nm", bank_text(account.name.text(), 70)).close();
    out.open("Svcr").open("FinInstnId").open("ClrSysMmbId");
    out.open("ClrSysId").element("Cd", "GBDSC").close();
    out.element("MmbId", account.sort_code.digits());
    out.close().close().close().close();
}

bool is_at_bank(const Payment& payment) {
    return payment.status != PaymentStatus::stopped && payment.status != PaymentStatus::prepared;
}

// Writes every movement; gives what they come to.
Money write_movements(XmlWriter& out, const ReplyRequest& request, std::span<const PayRun> runs) {
    ReplyWriter writer(out, request);
    for (const PayRun& run : runs) {
        if (request.books_whole_file && run.released_at.has_value()) {
            writer.whole_file(run);
        }
        for (const Payment& payment : run.payments) {
            if (is_at_bank(payment) && !request.books_whole_file) {
                writer.payment(payment);
            }
        }
    }
    for (const ReturnedPayment& returned : request.returned) {
        for (const PayRun& run : runs) {
            for (const Payment& payment : run.payments) {
                if (payment.id == returned.payment && is_at_bank(payment)) {
                    writer.comes_back(payment, returned.reason);
                }
            }
        }
    }
    for (const OtherMovement& movement : request.others) {
        writer.other(movement);
    }
    return writer.moved();
}

}  // namespace

BankReply bank_reply(const ReplyRequest& request, std::span<const PayRun> runs) {
    XmlWriter nowhere;
    nowhere.open("Stmt");
    const Money closing = request.opening + write_movements(nowhere, request, runs);
    const std::string created = Instant{request.on.plus_days(1).days() * 86400 - 3600}.to_text();
    XmlWriter out;
    out.open("Document").attribute("xmlns", "urn:iso:std:iso:20022:tech:xsd:camt.053.001.08");
    out.open("BkToCstmrStmt");
    out.open("GrpHdr").element("MsgId", request.statement).element("CreDtTm", created).close();
    out.open("Stmt").element("Id", request.statement).element("CreDtTm", created);
    write_account(out, request.account);
    ReplyWriter writer(out, request);
    writer.balance("OPBD", request.opening);
    writer.balance("CLBD", closing);
    write_movements(out, request, runs);
    out.close().close().close();
    return {.bytes = out.take(), .closing = closing};
}

}  // namespace payments
