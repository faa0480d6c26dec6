#include "base/sheet_csv.h"

#include <gtest/gtest.h>

namespace base {
namespace {

TEST(SheetCsv, gives_back_every_cell_that_was_written) {
    const Sheet sheet{"One",
                      {{"-", "-3.05", "=1+1", "'-", "''=x", "'quoted'", "plain"},
                       {},
                       {"a,b", "say \"x\"", "two\nlines", "", "end"}}};
    const auto read = sheet_from_csv("One", sheet_to_csv(sheet));
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(*read, sheet);
}

TEST(SheetCsv, writes_no_cell_that_a_spreadsheet_would_run) {
    EXPECT_EQ(sheet_to_csv({"One", {{"=1+1", "@x", "+44", "-1"}}}), "'=1+1,'@x,'+44,'-1\r\n");
}

}  // namespace
}  // namespace base
