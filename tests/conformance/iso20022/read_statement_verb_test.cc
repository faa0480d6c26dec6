// The verb read-statement answers with JSON and the exit codes every verb has.

#include <gtest/gtest.h>

#include <cstdint>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/json.h"
#include "command/read_statement.h"

namespace conformance {
namespace {

constexpr const char* statement =
    "<Document><BkToCstmrStmt><GrpHdr><MsgId>M-1</MsgId></GrpHdr><Stmt><Id>S-1</Id><Acct><Id><Othr>"
    "<Id>10000001</Id></Othr></Id></Acct>"
    "<Ntry><Amt Ccy=\"GBP\">214.24</Amt><CdtDbtInd>CRDT</CdtDbtInd><Sts>BOOK</Sts></Ntry>\n"
    "<Ntry><Amt Ccy=\"GBP\">12.34</Amt><CdtDbtInd>DBIT</CdtDbtInd><Sts>BOOK</Sts></Ntry>"
    "</Stmt></BkToCstmrStmt></Document>";

class ReadStatementVerb : public testing::Test {
protected:
    void TearDown() override { std::filesystem::remove(path_); }

    int run(const std::string& bytes) {
        std::ofstream(path_, std::ios::binary) << bytes;
        return command::read_statement_verb({path_}, out_, err_);
    }

    const std::string path_ =
        std::filesystem::temp_directory_path() /
        ("onepurse-statement-" + std::to_string(reinterpret_cast<std::uintptr_t>(this)) + ".xml");
    std::ostringstream out_;
    std::ostringstream err_;
};

TEST_F(ReadStatementVerb, prints_what_it_read_and_gives_nought) {
    EXPECT_EQ(run(statement), 0);
    const json::value form = base::parse_json(out_.str()).value();
    EXPECT_EQ(form.at("read").to_number<int>(), 3);
    EXPECT_EQ(form.at("kept").to_number<int>(), 3);
    const json::value& entries = form.at("statements").at(0).at("entries");
    EXPECT_EQ(entries.at(0).at("amount").at("value").as_string(), "214.24");
    EXPECT_EQ(err_.str(), "");
}

TEST_F(ReadStatementVerb, prints_the_rest_and_gives_one_when_a_record_is_bad) {
    std::string bad = statement;
    bad.replace(bad.find("12.34"), 5, "12,34");
    EXPECT_EQ(run(bad), 1);
    const json::value form = base::parse_json(out_.str()).value();
    EXPECT_EQ(form.at("kept").to_number<int>(), 2);
    EXPECT_EQ(form.at("refused").at(0).at("place").as_string(),
              "statement 1, entry 2, line 2, Amt");
    EXPECT_NE(err_.str().find("line 2"), std::string::npos);
}

TEST_F(ReadStatementVerb, prints_nothing_and_gives_one_when_the_file_is_no_statement) {
    EXPECT_EQ(run("<a/>"), 1);
    EXPECT_EQ(out_.str(), "");
    EXPECT_NE(err_.str().find("payments.not_a_statement"), std::string::npos);
    EXPECT_EQ(command::read_statement_verb({path_ + ".missing"}, out_, err_), 1);
    EXPECT_EQ(
        command::read_statement_verb({std::filesystem::temp_directory_path().string()}, out_, err_),
        1);
}

TEST_F(ReadStatementVerb, gives_two_for_a_wrong_use) {
    EXPECT_EQ(command::read_statement_verb({}, out_, err_), 2);
    EXPECT_EQ(command::read_statement_verb({"--json"}, out_, err_), 2);
    EXPECT_EQ(command::read_statement_verb({"a", "b"}, out_, err_), 2);
}

}  // namespace
}  // namespace conformance
