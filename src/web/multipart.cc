#include "web/multipart.h"

#include "base/text.h"

namespace web {

namespace {

constexpr std::size_t parts_max = 200;
constexpr std::size_t uploads_max = 5;

Error broken(std::string_view what) {
    return Error{"web.multipart", "The form with the file arrived broken: " + std::string(what) +
                                      ". Nothing was changed. Go back and send it again."};
}

// What one part says about itself.
struct PartHead {
    std::string name;
    std::optional<std::string> file_name;
    std::string content_type;
};

// Reads `name="value"` parameters behind a header's first word; a backslash keeps the next
// character, as browsers that quote do. The text stands behind "form-data".
Result<Fields> parse_parameters(std::string_view text) {
    Fields parameters;
    while (!text.empty()) {
        if (text[0] != ';') {
            return broken("a part's header cannot be read");
        }
        text = base::trim(text.substr(1));
        const std::size_t equals = text.find('=');
        if (equals == std::string_view::npos || equals + 1 >= text.size() ||
            text[equals + 1] != '"') {
            return broken("a part's header cannot be read");
        }
        const std::string name = base::lower(base::trim(text.substr(0, equals)));
        std::string value;
        std::size_t at = equals + 2;
        while (at < text.size() && text[at] != '"') {
            if (text[at] == '\\' && at + 1 < text.size() && text[at + 1] == '"') {
                ++at;
            }
            value += text[at++];
        }
        if (at >= text.size() || parameters.has(name)) {
            return broken("a part's header cannot be read");
        }
        text = base::trim(text.substr(at + 1));
        parameters.add(name, std::move(value));
    }
    return parameters;
}

Result<PartHead> parse_head(std::string_view head) {
    PartHead part;
    bool has_disposition = false;
    while (!head.empty()) {
        const std::size_t end = head.find("\r\n");
        const std::string_view line = head.substr(0, end);
        head.remove_prefix(end == std::string_view::npos ? head.size() : end + 2);
        const std::size_t colon = line.find(':');
        if (colon == std::string_view::npos) {
            return broken("a part's header cannot be read");
        }
        const std::string name = base::lower(line.substr(0, colon));
        const std::string_view value = base::trim(line.substr(colon + 1));
        if (name == "content-type") {
            part.content_type = std::string(value);
        }
        if (name != "content-disposition") {
            continue;
        }
        constexpr std::string_view form_data = "form-data";
        if (has_disposition || !value.starts_with(form_data)) {
            return broken("a part is not form data");
        }
        has_disposition = true;
        TRY(const Fields parameters, parse_parameters(value.substr(form_data.size())));
        part.name = std::string(parameters.get("name"));
        if (const auto file = parameters.find("filename")) {
            part.file_name = std::string(*file);
        }
    }
    const bool readable =
        base::is_utf8(part.name) && (!part.file_name || base::is_utf8(*part.file_name));
    if (part.name.empty() || !readable) {
        return broken("a part has no name");
    }
    return part;
}

Outcome keep_part(PartHead head, std::string_view content, Multipart& into) {
    if (!head.file_name) {
        if (!base::is_utf8(content) || content.find('\0') != std::string_view::npos) {
            return Error{"web.encoding",
                         "A field of the form holds characters that cannot be read. Nothing was "
                         "changed. Go back, and type it again.",
                         head.name};
        }
        into.form.add(std::move(head.name), std::string(content));
        return Done{};
    }
    if (head.file_name->empty() && content.empty()) {
        return Done{};  // the file field was left empty
    }
    if (into.uploads.size() == uploads_max) {
        return Error{"web.too_many_fields",
                     "More than 5 files came at once. Nothing was changed. Send fewer files."};
    }
    into.uploads.push_back(Upload{std::move(head.name), std::move(*head.file_name),
                                  std::move(head.content_type), std::string(content)});
    return Done{};
}

}  // namespace

Result<std::string> multipart_boundary(std::string_view content_type) {
    const std::size_t at = base::lower(content_type).find("boundary=");
    if (at == std::string::npos) {
        return broken("it names no boundary");
    }
    std::string_view boundary = content_type.substr(at + 9);
    boundary = base::trim(boundary.substr(0, boundary.find(';')));
    if (boundary.size() >= 2 && boundary.front() == '"' && boundary.back() == '"') {
        boundary = boundary.substr(1, boundary.size() - 2);
    }
    if (boundary.empty() || boundary.size() > 70) {
        return broken("its boundary is not 1 to 70 characters long");
    }
    return std::string(boundary);
}

Result<Multipart> parse_multipart(std::string_view body, std::string_view boundary) {
    const std::string first = "--" + std::string(boundary);
    const std::string next = "\r\n" + first;
    if (!body.starts_with(first)) {
        return broken("it does not begin with its boundary");
    }
    body.remove_prefix(first.size());
    Multipart read;
    for (std::size_t count = 0;; ++count) {
        if (body == "--" || body == "--\r\n") {
            return read;
        }
        if (count == parts_max) {
            return Error{"web.too_many_fields",
                         "The form has more than 200 parts. Nothing was changed. Send it in "
                         "smaller parts."};
        }
        const std::size_t head_end = body.find("\r\n\r\n");
        if (!body.starts_with("\r\n") || head_end == std::string_view::npos || head_end > 8192) {
            return broken("a part does not begin as it should");
        }
        const std::string_view head =
            head_end < 2 ? std::string_view() : body.substr(2, head_end - 2);
        const std::size_t end = body.find(next, head_end + 2);
        if (end == std::string_view::npos) {
            return broken("its last part does not end");
        }
        TRY(PartHead part, parse_head(head));
        const std::size_t from = head_end + 4;
        const std::string_view content =
            end < from ? std::string_view() : body.substr(from, end - from);
        TRY_DONE(keep_part(std::move(part), content, read));
        body.remove_prefix(end + next.size());
    }
}

}  // namespace web
