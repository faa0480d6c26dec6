// What we print as JSON is what docs/formats promises.

#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "json_schema.h"
#include "payments/bank_reply.h"
#include "payments/camt.h"
#include "payments/example_run.h"
#include "payments/pay_run_json.h"
#include "payments/statement_json.h"

namespace conformance {
namespace {

namespace fs = std::filesystem;
namespace example = payments::example;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

json::value schema(const std::string& name) {
    const auto read =
        base::parse_json(bytes_of(fs::path(ONEPURSE_SOURCE_DIR) / "docs" / "formats" / name));
    EXPECT_TRUE(read.has_value()) << name;
    return read.value_or(json::object());
}

void expect_valid(const json::value& form, const std::string& schema_name) {
    for (const std::string& fault : schema_faults(schema(schema_name), form)) {
        ADD_FAILURE() << schema_name << ": " << fault;
    }
}

TEST(Formats, every_statement_is_as_its_schema_says) {
    std::vector<std::string> files = {
        payments::bank_reply(
            {.account = example::council(),
             .statement = "ST-1",
             .on = example::day(15),
             .returned = {{.payment = example::in_file().payments[0].id, .reason = "AC04"}}},
            std::vector{example::in_file()})
            .bytes};
    const char* named = std::getenv("ONEPURSE_SHARED");
    const fs::path shared =
        named != nullptr ? fs::path(named) : fs::path(ONEPURSE_SOURCE_DIR) / ".." / "shared";
    const fs::path samples = shared / "data" / "iso20022-genkgo-camt";
    if (fs::exists(samples)) {
        for (const auto& each : fs::directory_iterator(samples)) {
            if (each.path().extension() == ".xml") {
                files.push_back(bytes_of(each.path()));
            }
        }
    } else {
        std::cout << "the published statements are not here; ours alone is compared\n";
    }
    for (const std::string& bytes : files) {
        const auto read = payments::read_camt(bytes);
        if (read.has_value()) {
            expect_valid(payments::to_json(*read), "statement.schema.json");
        }
    }
}

TEST(Formats, every_pay_run_is_as_its_schema_says) {
    expect_valid(payments::to_json(example::prepared()), "payrun.schema.json");
    expect_valid(payments::to_json(example::in_file()), "payrun.schema.json");
    const payments::PayRun stopped =
        payments::review_run(example::prepared(), {}, std::vector<payments::PersonEnd>{});
    expect_valid(payments::to_json(stopped), "payrun.schema.json");
}

TEST(Formats, a_form_that_drifts_is_noticed) {
    json::object form = payments::to_json(example::in_file());
    form["colour"] = "blue";
    form["total"] = "12.3";
    form["status"] = "lost";
    form["count"] = -1;
    form.erase("pay_on");
    EXPECT_EQ(schema_faults(schema("payrun.schema.json"), form).size(), 5U);
}

}  // namespace
}  // namespace conformance
