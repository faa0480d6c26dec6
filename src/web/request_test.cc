#include "web/request.h"

#include <gtest/gtest.h>

#include "web/multipart.h"
#include "web/urlencoded.h"

using namespace web;  // NOLINT(google-build-using-namespace): a test

namespace {

RawRequest raw_get(std::string target) {
    RawRequest raw;
    raw.method = "GET";
    raw.target = std::move(target);
    raw.headers.add("host", "localhost:8080");
    return raw;
}

std::string refused(const Result<Request>& request) {
    return request.has_value() ? "" : request.error().code;
}

RawRequest raw_post(std::string type, std::string body) {
    RawRequest raw = raw_get("/");
    raw.method = "POST";
    raw.headers.add("content-type", std::move(type));
    raw.body = std::move(body);
    return raw;
}

constexpr std::string_view form_type = "application/x-www-form-urlencoded";

std::string part(const std::string& head, const std::string& content) {
    return "--cut\r\n" + head + "\r\n\r\n" + content + "\r\n";
}

}  // namespace

TEST(Urlencoded, reads_names_and_values_in_order) {
    const auto fields = parse_urlencoded("a=1&b=two+words&a=%C2%A3&c");
    ASSERT_TRUE(fields.has_value());
    EXPECT_EQ(fields->all("a"), (std::vector<std::string>{"1", "£"}));
    EXPECT_EQ(fields->get("b"), "two words");
    EXPECT_TRUE(fields->has("c"));
}

TEST(Urlencoded, refuses_what_two_readers_could_read_differently) {
    for (const std::string_view wrong : {"a=%", "a=%4", "a=%zz", "a=%00", "a=%FF", "=x", "a&&b"}) {
        EXPECT_FALSE(parse_urlencoded(wrong).has_value()) << wrong;
    }
    std::string many = "a=1";
    for (int i = 0; i < 1000; ++i) {
        many += "&a=1";
    }
    EXPECT_EQ(parse_urlencoded(many).error().code, "web.too_many_fields");
}

TEST(Urlencoded, reads_back_what_it_writes) {
    std::string all;
    for (int c = 1; c < 128; ++c) {
        all += static_cast<char>(c);
    }
    EXPECT_EQ(*percent_decode(percent_encode(all + "£"), false), all + "£");
}

TEST(Request, is_cut_into_path_query_and_cookies) {
    RawRequest raw = raw_get("/people/x%20y?from=2006-04-01&until=");
    raw.headers.add("cookie", "a=1; b=2; junk; c=3=4");
    const auto request = read_request(raw);
    ASSERT_TRUE(request.has_value());
    EXPECT_EQ(request->path, "/people/x y");
    EXPECT_EQ(request->query.get("from"), "2006-04-01");
    EXPECT_EQ(request->cookies.get("b"), "2");
    EXPECT_EQ(request->cookies.get("c"), "3=4");
}

TEST(Request, is_refused_by_name) {
    EXPECT_EQ(refused(read_request(raw_get("http://elsewhere/"))), "web.target");
    EXPECT_EQ(refused(read_request(raw_get("*"))), "web.target");
    EXPECT_EQ(refused(read_request(raw_get("/#top"))), "web.target");
    EXPECT_EQ(refused(read_request(raw_get("/%GG"))), "web.encoding");
    RawRequest deleting = raw_get("/");
    deleting.method = "DELETE";
    EXPECT_EQ(refused(read_request(deleting)), "web.method");
    RawRequest hosts = raw_get("/");
    hosts.headers.add("host", "other");
    EXPECT_EQ(refused(read_request(hosts)), "web.host");
    RawRequest odd = raw_get("/");
    odd.headers = Fields(std::vector<Field>{{"host", "a/b@c"}});
    EXPECT_EQ(refused(read_request(odd)), "web.host");
    EXPECT_EQ(refused(read_request(raw_post("text/plain", "a=1"))), "web.form_type");
    EXPECT_EQ(refused(read_request(raw_post("application/json", "{}"))), "web.form_type");
    EXPECT_EQ(refused(read_request(raw_post(std::string(form_type), "a=%0"))), "web.encoding");
    EXPECT_EQ(refused(read_request(raw_post(std::string(form_type), "a=1"))), "");
    RawRequest with_body = raw_get("/");
    with_body.body = "a=1";
    EXPECT_EQ(refused(read_request(with_body)), "web.form");
}

TEST(Multipart, gives_fields_and_files) {
    const std::string body =
        part("Content-Disposition: form-data; name=\"note\"", "Ann £5") +
        part(
            "Content-Disposition: form-data; name=\"file\"; filename=\"a \\\"b\\\".xml\"\r\n"
            "Content-Type: text/xml",
            std::string("<a>\0\r\n--cu</a>", 14)) +
        part(
            "Content-Disposition: form-data; name=\"none\"; filename=\"\"\r\n"
            "Content-Type: application/octet-stream",
            "") +
        part("content-disposition: form-data; name=\"empty\"", "") + "--cut--\r\n";
    const auto read = parse_multipart(body, "cut");
    ASSERT_TRUE(read.has_value()) << read.error().message;
    EXPECT_EQ(read->form.get("note"), "Ann £5");
    EXPECT_TRUE(read->form.has("empty"));
    ASSERT_EQ(read->uploads.size(), 1U);
    EXPECT_EQ(read->uploads[0].file_name, "a \"b\".xml");
    EXPECT_EQ(read->uploads[0].content_type, "text/xml");
    EXPECT_EQ(read->uploads[0].bytes, std::string("<a>\0\r\n--cu</a>", 14));
}

TEST(Multipart, refuses_a_broken_form_whole) {
    const std::string good = part("Content-Disposition: form-data; name=\"a\"", "1");
    const std::string rows[] = {
        "",
        "--other\r\n",
        good,                      // no end
        good + "--cut--trailing",  // more behind the end
        part("Content-Disposition: attachment; name=\"a\"", "1") + "--cut--",
        part("Content-Disposition: form-data", "1") + "--cut--",          // no name
        part("Content-Disposition: form-data; name=a", "1") + "--cut--",  // no quotes
        part("Content-Disposition: form-data; name=\"a", "1") + "--cut--",
        part("Content-Disposition: form-data; name=\"a\"; name=\"b\"", "1") + "--cut--",
        part("No colon", "1") + "--cut--",
        part("Content-Disposition: form-data; name=\"a\"", "\xFF") + "--cut--",
        "--cut\r\nContent-Disposition: form-data; name=\"a\"\r\n--cut--",  // no content
    };
    for (const std::string& row : rows) {
        const auto read = parse_multipart(row, "cut");
        ASSERT_FALSE(read.has_value()) << row;
        EXPECT_EQ(read.error().code,
                  row.find('\xFF') == std::string::npos ? "web.multipart" : "web.encoding")
            << row;
    }
    // Cut short anywhere, it is refused and never read half.
    const std::string whole = good + good + "--cut--\r\n";
    for (std::size_t length = 0; length + 2 < whole.size(); ++length) {
        EXPECT_FALSE(parse_multipart(whole.substr(0, length), "cut").has_value()) << length;
    }
}

TEST(Multipart, takes_at_most_five_files_and_two_hundred_parts) {
    std::string files;
    for (int i = 0; i < 6; ++i) {
        files += part("Content-Disposition: form-data; name=\"f\"; filename=\"x\"", "1");
    }
    EXPECT_EQ(parse_multipart(files + "--cut--", "cut").error().code, "web.too_many_fields");
    std::string parts;
    for (int i = 0; i < 201; ++i) {
        parts += part("Content-Disposition: form-data; name=\"f\"", "1");
    }
    EXPECT_EQ(parse_multipart(parts + "--cut--", "cut").error().code, "web.too_many_fields");
}

TEST(Multipart, knows_its_boundary) {
    EXPECT_EQ(*multipart_boundary("multipart/form-data; boundary=abc"), "abc");
    EXPECT_EQ(*multipart_boundary("multipart/form-data; charset=x; Boundary=\"a b\""), "a b");
    EXPECT_FALSE(multipart_boundary("multipart/form-data").has_value());
    EXPECT_FALSE(multipart_boundary("multipart/form-data; boundary=").has_value());
    EXPECT_FALSE(
        multipart_boundary("multipart/form-data; boundary=" + std::string(71, 'x')).has_value());
}
