#include "web/response.h"

#include "base/check.h"

namespace web {

namespace {

bool is_plain_file_name(std::string_view name) {
    for (const char c : name) {
        const bool letter_or_digit =
            (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
        if (!letter_or_digit && c != '.' && c != '-' && c != '_') {
            return false;
        }
    }
    return !name.empty();
}

}  // namespace

Response redirect(std::string path) {
    CHECK(!path.empty() && path[0] == '/' && !path.starts_with("//"));
    CHECK(path.find_first_of("\r\n\\") == std::string::npos);
    Response response;
    response.status = 303;
    response.content_type = "text/plain; charset=utf-8";
    response.header("Location", std::move(path));
    return response;
}

Response download(std::string file_name, std::string content_type, std::string bytes) {
    CHECK(is_plain_file_name(file_name));
    Response response;
    response.content_type = std::move(content_type);
    response.header("Content-Disposition", "attachment; filename=\"" + std::move(file_name) + "\"");
    response.body = std::move(bytes);
    return response;
}

Response json_response(std::string text) {
    Response response;
    response.content_type = "application/json";
    response.body = std::move(text);
    return response;
}

}  // namespace web
