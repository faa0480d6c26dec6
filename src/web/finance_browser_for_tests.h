#pragma once
// A browser for the tests of pages about money: a whole site before a council that has an agreed
// budget, holders, orders and pay runs. One visitor at a time, on the day she came. Only tests
// include it.

#include <gtest/gtest.h>

#include <memory>
#include <string>
#include <vector>

#include "casework/finance_for_tests.h"
#include "web/site.h"
#include "web/urlencoded.h"

namespace web {

class FinancePages : public casework::FinanceCouncil {
protected:
    void SetUp() override {
        casework::FinanceCouncil::SetUp();
        name_as_example();
        site_ = std::make_unique<Site>(
            SiteOptions{},
            std::vector<OpenCouncil>{
                {{"wendlebury", "Wendlebury Council", true}, [this] { return desk({}, today_); }}},
            StaticFiles());
    }
    void sign_in(AccountId account, const std::string& on) {
        today_ = on;
        casework::Desk nobody = desk({}, today_);
        const auto entered = casework::sign_in_as_example(nobody, account);
        ASSERT_TRUE(entered.has_value());
        session_ = "onepurse=wendlebury." + entered->token;
    }
    Response send(const std::string& method, const std::string& target,
                  const std::vector<Field>& fields = {}) {
        RawRequest raw;
        raw.method = method;
        raw.target = target;
        raw.headers.add("host", "localhost:8080");
        raw.headers.add("cookie", session_);
        raw.headers.add("content-type", "application/x-www-form-urlencoded");
        for (const Field& field : fields) {
            raw.body += (raw.body.empty() ? "" : "&") + percent_encode(field.name) + "=" +
                        percent_encode(field.value);
        }
        return site_->answer(std::move(raw));
    }
    Response get(const std::string& target) { return send("GET", target); }
    // Sends a form with the token and the number of the page before.
    Response post(const Response& page, const std::string& target, std::vector<Field> fields) {
        fields.push_back({"csrf", value_of(page, "csrf")});
        fields.push_back({"request", value_of(page, "request")});
        return send("POST", target, fields);
    }
    static std::string value_of(const Response& page, const std::string& name) {
        const std::string before = "name=\"" + name + "\" value=\"";
        const std::size_t at = page.body.rfind(before);
        if (at == std::string::npos) {
            return "";
        }
        const std::size_t start = at + before.size();
        return page.body.substr(start, page.body.find('"', start) - start);
    }
    static bool says(const Response& response, std::string_view words) {
        return response.body.find(words) != std::string::npos;
    }
    static std::string location(const Response& response) {
        for (const Field& field : response.headers) {
            if (field.name == "Location") {
                return field.value;
            }
        }
        return "";
    }

    std::string today_ = "2006-05-03";
    std::string session_;
    std::unique_ptr<Site> site_;
};

}  // namespace web
