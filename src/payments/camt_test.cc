#include "payments/camt.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/json.h"
#include "base/xml.h"
#include "payments/bank_reply.h"
#include "payments/example_run.h"
#include "payments/statement_json.h"

namespace payments::example {
namespace {

ReplyRequest request_with_others() {
    ReplyRequest request{
        .account = council(), .statement = "ST-1", .on = day(15), .opening = Money::pence(-2500)};
    request.others = {{.amount = Money::pence(9075), .party = "Ann Archer", .text = "CON00012"}};
    request.returned = {{.payment = in_file().payments[1].id, .reason = "AC04"}};
    return request;
}

// One statement with two balances and five entries: eight records.
std::string good_bytes() {
    return bank_reply(request_with_others(), std::vector<PayRun>{in_file()}).bytes;
}

std::string replaced(std::string text, std::string_view from, std::string_view to,
                     std::size_t which = 0) {
    std::size_t at = text.find(from);
    for (; which > 0 && at != std::string::npos; --which) {
        at = text.find(from, at + 1);
    }
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

std::string in_document(const std::string& body) {
    return "<Document><BkToCstmrStmt><GrpHdr><MsgId>M</MsgId></GrpHdr>" + body +
           "</BkToCstmrStmt></Document>";
}

std::string with_entry(const std::string& entry) {
    return in_document("<Stmt><Id>S</Id><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct><Ntry>" +
                       entry + "</Ntry></Stmt>");
}

TEST(ReadCamt, reads_what_the_bank_wrote) {
    const ReadStatement read = read_camt(good_bytes()).value();
    EXPECT_EQ(read.read, 8U);
    EXPECT_EQ(read.kept, 8U);
    EXPECT_TRUE(read.is_whole());
    EXPECT_TRUE(read.warnings.empty());
    EXPECT_EQ(read.file.message, "camt.053.001.08");
    const Statement& statement = read.file.statements[0];
    EXPECT_EQ(statement.account.id, "10000001");
    EXPECT_EQ(statement.account.scheme, "BBAN");
    EXPECT_EQ(statement.servicer->member_id, "654321");
    EXPECT_EQ(statement.balances[0].direction, CreditDebit::debit);
    EXPECT_EQ(statement.balances[0].amount.value, *Decimal::parse("25.00"));
    ASSERT_EQ(statement.entries.size(), 5U);
    EXPECT_EQ(statement.entries[0].direction, CreditDebit::debit);
    EXPECT_EQ(statement.entries[0].details[0].reference("end_to_end_id"),
              in_file().payments[0].end_to_end_id);
    EXPECT_EQ(statement.entries[3].details[0].returned->reason.code, "AC04");
    EXPECT_EQ(statement.entries[4].details[0].unstructured[0], "CON00012");
    EXPECT_EQ(statement.entries[4].details[0].parties[0].name, "Ann Archer");
    EXPECT_EQ(statement.entries[4].details[0].reference("uetr"), "");
}

TEST(ReadCamt, keeps_all_but_one_bad_record_in_each_position) {
    const std::string good = good_bytes();
    for (std::size_t which = 0; which < 2; ++which) {
        const std::string bad = replaced(good, "<CdtDbtInd>", "<CdtDbtInd>x", which);
        const ReadStatement read = read_camt(bad).value();
        EXPECT_EQ(read.read, 8U);
        EXPECT_EQ(read.kept, 7U);
        ASSERT_EQ(read.refused.size(), 1U);
        EXPECT_EQ(read.refused[0].code, "payments.direction");
        EXPECT_TRUE(read.refused[0].place.starts_with("statement 1, balance " +
                                                      std::to_string(which + 1) + ", line "));
        EXPECT_EQ(read.file.statements[0].balances.size(), 1U);
    }
    for (std::size_t which = 0; which < 5; ++which) {
        const std::string bad = replaced(good, "<Ntry>", "<Ntry><Amt Ccy=\"GBP\">1e9</Amt>", which);
        const ReadStatement read = read_camt(bad).value();
        EXPECT_EQ(read.read, 8U);
        EXPECT_EQ(read.kept, 7U);
        ASSERT_EQ(read.refused.size(), 1U);
        EXPECT_EQ(read.refused[0].code, "payments.amount");
        EXPECT_TRUE(read.refused[0].place.starts_with("statement 1, entry " +
                                                      std::to_string(which + 1) + ", line "));
        EXPECT_EQ(read.file.statements[0].entries.size(), 4U);
        EXPECT_FALSE(read.is_whole());
    }
}

TEST(ReadCamt, counts_every_record_of_a_statement_it_refuses) {
    const ReadStatement read =
        read_camt(replaced(good_bytes(), "<Id>10000001</Id>", "<Id></Id>")).value();
    EXPECT_EQ(read.read, 8U);
    EXPECT_EQ(read.kept, 0U);
    ASSERT_EQ(read.refused.size(), 8U);
    EXPECT_EQ(read.refused[0].code, "payments.account");
    EXPECT_EQ(read.refused[7].code, "payments.statement_refused");
    EXPECT_TRUE(read.file.statements.empty());
}

TEST(ReadCamt, refuses_amounts_no_statement_has) {
    for (const char* amount : {"1e9", "-0", "-1", "+1", "", " ", "1.", ".5", "1,000", "0x10",
                               "12345678901234567890", "NaN", "１"}) {
        const auto read = read_camt(with_entry("<Amt Ccy=\"GBP\">" + std::string(amount) +
                                               "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"));
        ASSERT_EQ(read->refused.size(), 1U) << amount;
        EXPECT_EQ(read->refused[0].code, "payments.amount") << amount;
    }
    for (const char* currency : {"", "gbp", "GB", "GBPX"}) {
        const auto read = read_camt(with_entry("<Amt Ccy=\"" + std::string(currency) +
                                               "\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd>"
                                               "<Sts>BOOK</Sts>"));
        EXPECT_EQ(read->refused.size(), 1U) << currency;
    }
}

TEST(ReadCamt, keeps_amounts_with_five_places_and_of_nought) {
    for (const char* amount : {"0", "0.00", "12.34567", "0001.50"}) {
        const auto read = read_camt(with_entry("<Amt Ccy=\"EUR\">" + std::string(amount) +
                                               "</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"));
        ASSERT_TRUE(read->is_whole()) << amount;
        EXPECT_EQ(read->file.statements[0].entries[0].amount.value, *Decimal::parse(amount));
    }
}

TEST(ReadCamt, reads_days_and_times_in_every_form) {
    const auto booked = [](const std::string& inner) -> std::optional<BankTime> {
        const auto read = read_camt(with_entry(
            "<Amt Ccy=\"GBP\">1</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><BookgDt>" + inner +
            "</BookgDt>"));
        return read->is_whole() ? read->file.statements[0].entries[0].booked : std::nullopt;
    };
    EXPECT_EQ(booked("<Dt>2006-05-03</Dt>")->date, day(3));
    EXPECT_FALSE(booked("<Dt>2006-05-03</Dt>")->at.has_value());
    EXPECT_EQ(booked("<Dt>2006-05-03Z</Dt>")->date, day(3));
    EXPECT_EQ(booked("<Dt>2006-05-03+01:00</Dt>")->date, day(3));
    EXPECT_EQ(booked("<Dt>2006-05-03T00:30:00+01:00</Dt>")->at->to_text(), "2006-05-02T23:30:00Z");
    EXPECT_EQ(booked("<DtTm>2006-05-03T00:30:00+01:00</DtTm>")->date, day(3)) << "the bank's day";
    EXPECT_EQ(booked("<DtTm>2006-05-03T10:15:00.123-05:30</DtTm>")->at->to_text(),
              "2006-05-03T15:45:00Z");
    EXPECT_EQ(booked("<DtTm>2006-05-03T10:15:00</DtTm>")->at->to_text(), "2006-05-03T10:15:00Z");
    for (const char* bad :
         {"2006-02-30", "2006-05-03T", "2006-05-03T10:15", "2006-05-03X", "2006-05-03T25:00:00",
          "2006-05-03T10:15:00.", "2006-05-03+0100", "3 May 2006", ""}) {
        EXPECT_FALSE(booked("<Dt>" + std::string(bad) + "</Dt>").has_value()) << bad;
    }
}

TEST(ReadCamt, names_what_an_entry_lacks) {
    const std::string amount = "<Amt Ccy=\"GBP\">1</Amt>";
    for (const std::string& entry :
         {std::string("<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"), amount + "<Sts>BOOK</Sts>",
          amount + "<CdtDbtInd>CRDT</CdtDbtInd>",
          amount + "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><RvslInd>maybe</RvslInd>",
          amount + "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts><NtryDtls><Btch><NbOfTxs>two"
                   "</NbOfTxs></Btch></NtryDtls>"}) {
        const auto read = read_camt(with_entry(entry));
        ASSERT_EQ(read->refused.size(), 1U) << entry;
        EXPECT_EQ(read->refused[0].code, "payments.entry") << entry;
    }
    const auto balance = read_camt(
        in_document("<Stmt><Id>S</Id><Acct><Id><Othr><Id>1</Id></Othr></Id></Acct><Bal/></Stmt>"));
    EXPECT_EQ(balance->refused[0].code, "payments.balance");
    const auto date = read_camt(with_entry(amount + "<CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts>"
                                                    "<ValDt><Dt>soon</Dt></ValDt>"));
    EXPECT_EQ(date->refused[0].code, "payments.date");
}

TEST(ReadCamt, refuses_files_that_are_no_statement) {
    const auto code = [](const std::string& bytes) { return read_camt(bytes).error().code; };
    EXPECT_EQ(code(""), "xml.empty");
    EXPECT_EQ(code("hello"), "xml.malformed");
    EXPECT_EQ(code("<!DOCTYPE a []><a/>"), "xml.doctype");
    EXPECT_EQ(code("<Document/>"), "payments.not_a_statement");
    EXPECT_EQ(code(pain001(released())->bytes), "payments.not_a_statement");
    EXPECT_EQ(code("<Document><BkToCstmrStmt/></Document>"), "payments.statement_header");
    EXPECT_EQ(code(in_document("")), "payments.no_statement");
    std::string deep;
    for (int i = 0; i < 100000; ++i) {
        deep += "<a>";
    }
    EXPECT_EQ(code(deep), "xml.malformed");
}

TEST(ReadCamt, warns_of_a_long_remittance_text_and_keeps_it) {
    const std::string text(204, 'x');
    const ReadStatement read = read_camt(replaced(good_bytes(), "CON00012", text)).value();
    EXPECT_TRUE(read.is_whole());
    ASSERT_EQ(read.warnings.size(), 1U);
    EXPECT_EQ(read.warnings[0].code, "payments.long_remittance");
    EXPECT_EQ(read.file.statements[0].entries[4].details[0].unstructured[0], text);
}

TEST(ReadCamt, warns_of_balances_that_do_not_follow) {
    const ReadStatement read = read_camt(replaced(good_bytes(), ">90.75<", ">90.74<")).value();
    EXPECT_TRUE(read.is_whole());
    ASSERT_EQ(read.warnings.size(), 1U);
    EXPECT_EQ(read.warnings[0].code, "payments.balance_does_not_follow");
}

TEST(ReadCamt, warns_when_a_transaction_contradicts_its_entry) {
    const ReadStatement read =
        read_camt(
            replaced(good_bytes(),
                     "<CdtDbtInd>CRDT</CdtDbtInd>\n            <RltdPties>\n              <Dbtr>",
                     "<CdtDbtInd>DBIT</CdtDbtInd><RltdPties>\n              <Dbtr>"))
            .value();
    ASSERT_EQ(read.warnings.size(), 1U);
    EXPECT_EQ(read.warnings[0].code, "payments.direction_contradicts");
    EXPECT_EQ(read.file.statements[0].entries[4].details[0].direction, CreditDebit::credit);
}

TEST(ReadCamt, shows_marks_of_direction_instead_of_obeying_them) {
    const ReadStatement read =
        read_camt(replaced(good_bytes(), "Ann Archer", "Ann \xE2\x80\xAErehcrA", 1)).value();
    EXPECT_EQ(read.file.statements[0].entries[4].details[0].parties[0].name,
              "Ann \xEF\xBF\xBDrehcrA");
}

TEST(StatementJson, says_amounts_as_text_with_their_currency) {
    const json::object form = to_json(read_camt(good_bytes()).value());
    EXPECT_EQ(form.at("read").to_number<int>(), 8);
    const json::object& entry = form.at("statements").at(0).at("entries").at(0).as_object();
    EXPECT_EQ(entry.at("amount").at("value").as_string(), "150.25");
    EXPECT_EQ(entry.at("amount").at("currency").as_string(), "GBP");
    EXPECT_EQ(entry.at("direction").as_string(), "debit");
    EXPECT_EQ(entry.at("booked").at("date").as_string(), "2006-05-15");
}

TEST(BankReply, is_the_same_bytes_for_the_same_request) {
    EXPECT_EQ(good_bytes(), good_bytes());
    const BankReply reply = bank_reply(request_with_others(), std::vector<PayRun>{in_file()});
    EXPECT_EQ(reply.closing, Money::pence(-2500 - 37959 + 1510 + 9075));
}

TEST(BankReply, is_valid_by_the_schema) {
    const char* named = std::getenv("ONEPURSE_SHARED");
    const std::string shared =
        named != nullptr ? named : std::string(ONEPURSE_SOURCE_DIR) + "/../shared";
    const std::string schema = shared + "/data/iso20022-xsd/camt.053.001.08.xsd";
    if (!std::filesystem::exists(schema)) {
        GTEST_SKIP() << "the schemas of ISO 20022 are not here: " << schema;
    }
    for (const bool whole : {false, true}) {
        ReplyRequest request = request_with_others();
        request.books_whole_file = whole;
        const auto document =
            base::XmlDocument::parse(bank_reply(request, std::vector<PayRun>{in_file()}).bytes);
        const Outcome verdict = document->validate(schema);
        EXPECT_TRUE(verdict.has_value()) << (verdict.has_value() ? "" : verdict.error().message);
    }
}

}  // namespace
}  // namespace payments::example
