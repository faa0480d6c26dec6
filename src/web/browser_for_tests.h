#pragma once
// A browser for the tests of pages: it sits in front of a whole site with a real book behind it,
// keeps one session for each visitor, and sends forms with the token and number of the page it saw
// last. The book is that of casework::Council or of what is made of it. Only tests include it.

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "casework/council_for_tests.h"
#include "web/site.h"
#include "web/urlencoded.h"

namespace web {

template <typename Book>
class BrowsingIn : public Book {
protected:
    void SetUp() override {
        Book::SetUp();
        site_ = std::make_unique<Site>(
            SiteOptions{},
            std::vector<OpenCouncil>{{{"wendlebury", "Wendlebury Council", true},
                                      [this] { return desk_of_request_(); }}},
            StaticFiles());
        this->name_as_example();
    }

    // Signs an account in; the next requests are its own.
    void sign_in(AccountId account) {
        casework::Desk nobody = desk_of_request_();
        const auto entered = casework::sign_in_as_example(nobody, account);
        ASSERT_TRUE(entered.has_value());
        session_ = "wendlebury." + entered->token;
    }
    void sign_out() { session_.clear(); }

    Response get(const std::string& target) {
        RawRequest raw;
        raw.method = "GET";
        raw.target = target;
        return send(std::move(raw));
    }
    // Opens a page and sends its form with fields.
    Response fill_in(const std::string& page, const std::string& target,
                     std::vector<Field> fields) {
        get(page);
        return post(target, std::move(fields));
    }
    Response post(const std::string& target, std::vector<Field> fields) {
        fields.push_back({"csrf", token_});
        fields.push_back({"request", request_});
        return post_exactly(target, fields);
    }
    // Sends a form without the number that makes it one request.
    Response post_without_number(const std::string& target) {
        return post_exactly(target, {{"csrf", token_}});
    }
    // Sends fields as they are, with headers of another browser.
    Response post_exactly(const std::string& target, const std::vector<Field>& fields,
                          std::vector<Field> headers = {}) {
        RawRequest raw;
        raw.headers = Fields(std::move(headers));
        raw.method = "POST";
        raw.target = target;
        raw.headers.add("content-type", "application/x-www-form-urlencoded");
        for (const Field& field : fields) {
            raw.body += (raw.body.empty() ? "" : "&") + percent_encode(field.name) + "=" +
                        percent_encode(field.value);
        }
        return send(std::move(raw));
    }

    // Opens a page and sends its form with one file.
    Response upload(const std::string& page, const std::string& target, const std::string& field,
                    const std::string& file_name, const std::string& bytes,
                    const std::vector<Field>& beside = {}) {
        get(page);
        RawRequest raw;
        raw.method = "POST";
        raw.target = target;
        raw.headers.add("content-type", "multipart/form-data; boundary=cut-here");
        std::vector<Field> fields = {{"csrf", token_}, {"request", request_}};
        fields.insert(fields.end(), beside.begin(), beside.end());
        for (const Field& each : fields) {
            raw.body += "--cut-here\r\nContent-Disposition: form-data; name=\"" + each.name +
                        "\"\r\n\r\n" + each.value + "\r\n";
        }
        raw.body += "--cut-here\r\nContent-Disposition: form-data; name=\"" + field +
                    "\"; filename=\"" + file_name + "\"\r\nContent-Type: application/xml\r\n\r\n" +
                    bytes + "\r\n--cut-here--\r\n";
        return send(std::move(raw));
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

    // Makes the desk at which a request is answered.
    std::function<casework::Desk()> desk_of_request_ = [this] { return this->desk({}, today_); };
    std::string today_ = "2006-05-03";
    std::string peer_ = {};  // the network address it comes from

private:
    Response send(RawRequest raw) {
        raw.headers.add("host", "localhost:8080");
        raw.peer = peer_;
        if (!session_.empty()) {
            raw.headers.add("cookie", "onepurse=" + session_);
        } else if (!visitor_.empty()) {
            raw.headers.add("cookie", visitor_);
        }
        Response response = site_->answer(std::move(raw));
        // Somebody who is not signed in is known by the cookie of the first form.
        for (const Field& field : response.headers) {
            if (field.name == "Set-Cookie" && field.value.starts_with("onepurse-visitor=")) {
                visitor_ = field.value.substr(0, field.value.find(';'));
            }
        }
        if (response.body.find("name=\"csrf\"") != std::string::npos) {
            token_ = last_value(response.body, "csrf");
            request_ = last_value(response.body, "request");
        }
        return response;
    }
    static std::string last_value(const std::string& body, const std::string& name) {
        const std::string before = "name=\"" + name + "\" value=\"";
        const std::size_t at = body.rfind(before);
        if (at == std::string::npos) {
            return "";
        }
        const std::size_t start = at + before.size();
        return body.substr(start, body.find('"', start) - start);
    }

    std::unique_ptr<Site> site_;
    std::string session_;
    std::string visitor_;
    std::string token_;
    std::string request_;
};

using Browsing = BrowsingIn<casework::Council>;

}  // namespace web
