#include "payments/pain001.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>

#include "base/xml.h"
#include "payments/bank_text.h"
#include "payments/example_run.h"

namespace payments::example {
namespace {

std::string shared_folder() {
    const char* named = std::getenv("ONEPURSE_SHARED");
    return named != nullptr ? named : std::string(ONEPURSE_SOURCE_DIR) + "/../shared";
}

std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    EXPECT_NE(at, std::string::npos) << from;
    return text.replace(at, from.size(), to);
}

TEST(Pain001, states_sums_counts_accounts_and_dates) {
    const BankFile file = pain001(released()).value();
    EXPECT_EQ(file.total, Money::pence(37959));
    EXPECT_EQ(file.count, 3U);
    const TransferFile read = read_pain001(file.bytes).value();
    EXPECT_EQ(read.message_id, released().message_id());
    EXPECT_EQ(read.pay_on, day(12));
    EXPECT_EQ(read.created, "2006-05-08T09:20:00Z");
    EXPECT_EQ(read.debtor_sort_code, "654321");
    EXPECT_EQ(read.debtor_account_number, "10000001");
    EXPECT_EQ(read.debtor_name, "Wendlebury Council");
    ASSERT_EQ(read.transfers.size(), 3U);
    EXPECT_EQ(read.transfers[0].amount, Money::pence(15025));
    EXPECT_EQ(read.transfers[0].sort_code, "123456");
    EXPECT_EQ(read.transfers[0].account_number, "00000020");
    EXPECT_EQ(read.transfers[1].name, "Elm Cafe + Club");
}

TEST(Pain001, gives_the_same_bytes_at_every_repeat_and_later_status) {
    const std::string first = pain001(released()).value().bytes;
    EXPECT_EQ(pain001(released()).value().bytes, first);
    PayRun run = in_file();
    EXPECT_EQ(pain001(run).value().bytes, first);
    run = set_payment_status(run, run.payments[0].id, PaymentStatus::returned).value();
    EXPECT_EQ(pain001(run).value().bytes, first);
    EXPECT_NE(pain001(released(41)).value().bytes, first);
}

TEST(Pain001, is_not_made_before_release) {
    EXPECT_EQ(pain001(prepared()).error().code, "payments.not_released");
    PayRun run = released();
    for (Payment& payment : run.payments) {
        payment.status = PaymentStatus::stopped;
    }
    EXPECT_EQ(pain001(run).error().code, "payments.nothing_to_pay");
}

TEST(Pain001, says_nothing_but_a_reference_to_the_payee) {
    const TransferFile file = read_pain001(pain001(released())->bytes).value();
    for (const Transfer& transfer : file.transfers) {
        EXPECT_EQ(transfer.remittance, "Payment reference " + transfer.end_to_end_id);
        EXPECT_LE(transfer.remittance.size(), 140U);
        EXPECT_TRUE(is_bank_text(transfer.remittance));
    }
    const std::string bytes = pain001(released())->bytes;
    for (const char* word : {"adult_social_care", "supporting_people", "del_", "ins_", "per_"}) {
        EXPECT_EQ(bytes.find(word), std::string::npos) << word;
    }
}

TEST(Pain001, leaves_stopped_payments_out) {
    PayRun run = prepared();
    run = take_out(run, run.payments[1].id).value();
    run = release_run(run, ben, {1147080000}, details(), {}).value();
    const TransferFile read = read_pain001(pain001(run)->bytes).value();
    EXPECT_EQ(read.transfers.size(), 2U);
    EXPECT_TRUE(check_file(run, pain001(run)->bytes).has_value());
}

TEST(Pain001, reading_checks_what_the_schema_does_not) {
    const std::string bytes = pain001(released())->bytes;
    EXPECT_EQ(read_pain001(replaced(bytes, "379.59", "379.60")).error().code, "payments.file_sum");
    EXPECT_EQ(read_pain001(replaced(bytes, "<NbOfTxs>3", "<NbOfTxs>4")).error().code,
              "payments.file_count");
    EXPECT_EQ(read_pain001(replaced(bytes, "150.25", "150.24")).error().code, "payments.file_sum");
    EXPECT_EQ(read_pain001(replaced(bytes, "Ccy=\"GBP\"", "Ccy=\"EUR\"")).error().code,
              "payments.file_field");
    EXPECT_EQ(read_pain001(replaced(bytes, "001.001.09", "001.001.03")).error().code,
              "payments.not_pain001");
    EXPECT_EQ(read_pain001("<a>").error().code, "xml.malformed");
}

TEST(CheckFile, proves_the_kept_file_is_the_file_of_the_run) {
    const PayRun run = in_file();
    const std::string bytes = pain001(run)->bytes;
    EXPECT_TRUE(check_file(run, bytes).has_value());
    EXPECT_EQ(check_file(in_file(41), bytes).error().code, "payments.file_differs");
    EXPECT_EQ(check_file(run, replaced(bytes, "00000020", "00000666")).error().code,
              "payments.file_differs");
    EXPECT_EQ(check_file(run, replaced(bytes, "Oak Care Ltd", "Oak Care Lta")).error().code,
              "payments.file_differs");
    PayRun less = run;
    less.payments[0].lines[0].owed.amount = Money::pence(1);
    EXPECT_EQ(check_file(less, bytes).error().code, "payments.file_differs");
}

TEST(Pain001, is_valid_by_the_schema) {
    const std::string schema = shared_folder() + "/data/iso20022-xsd/pain.001.001.09.xsd";
    if (!std::filesystem::exists(schema)) {
        GTEST_SKIP() << "the schemas of ISO 20022 are not here: " << schema;
    }
    const auto document = base::XmlDocument::parse(pain001(released())->bytes);
    const Outcome verdict = document.value().validate(schema);
    EXPECT_TRUE(verdict.has_value()) << (verdict.has_value() ? "" : verdict.error().message);
    const auto broken =
        base::XmlDocument::parse(replaced(pain001(released())->bytes, "<Cd>GBDSC</Cd>", "<X/>"));
    EXPECT_EQ(broken.value().validate(schema).error().code, "xml.invalid");
}

// A published file of the same message has the elements we rely on, in the same places.
TEST(Pain001, stands_beside_a_published_file) {
    const std::string path =
        shared_folder() + "/data/iso20022-pain001-09-sample/pain.001.001.09.xml";
    if (!std::filesystem::exists(path)) {
        GTEST_SKIP() << "the sample file is not here: " << path;
    }
    std::FILE* opened = std::fopen(path.c_str(), "rb");
    ASSERT_NE(opened, nullptr);
    std::string bytes(1 << 20, '\0');
    bytes.resize(std::fread(bytes.data(), 1, bytes.size(), opened));
    std::fclose(opened);
    const auto theirs = base::XmlDocument::parse(bytes);
    const auto ours = base::XmlDocument::parse(pain001(released())->bytes);
    ASSERT_TRUE(theirs.has_value() && ours.has_value());
    EXPECT_EQ(theirs->root().space(), ours->root().space());
    for (const char* place :
         {"CstmrCdtTrfInitn/GrpHdr/MsgId", "CstmrCdtTrfInitn/GrpHdr/NbOfTxs",
          "CstmrCdtTrfInitn/GrpHdr/InitgPty/Nm", "CstmrCdtTrfInitn/PmtInf/PmtInfId",
          "CstmrCdtTrfInitn/PmtInf/PmtMtd", "CstmrCdtTrfInitn/PmtInf/ReqdExctnDt/Dt",
          "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/PmtId/EndToEndId",
          "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Amt/InstdAmt",
          "CstmrCdtTrfInitn/PmtInf/CdtTrfTxInf/Cdtr/Nm"}) {
        EXPECT_TRUE(theirs->root().text_at(place).has_value()) << place;
        EXPECT_TRUE(ours->root().text_at(place).has_value()) << place;
    }
    EXPECT_EQ(theirs->root().text_at("CstmrCdtTrfInitn/PmtInf/PmtMtd"),
              ours->root().text_at("CstmrCdtTrfInitn/PmtInf/PmtMtd"));
}

}  // namespace
}  // namespace payments::example
