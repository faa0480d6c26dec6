#pragma once
// A Response is what goes back to the browser: status, a few headers, and the bytes. The security
// headers, length and date are added by the site and the server, on every answer, so no page can
// forget them. A page is personal (never stored by browser or proxy) unless it says otherwise.

#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "govuk/html.h"
#include "web/fields.h"

namespace web {

enum class Keeping {
    personal,  // no-store: about a person, or behind sign-in
    shared,    // may be kept for a short time by anyone: public pages
    asset,     // kept and asked for again by its ETag
};

struct Response {
    int status = 200;
    std::string content_type = "text/html; charset=utf-8";
    std::vector<Field> headers = {};
    std::string body = {};
    std::shared_ptr<const std::string> file = {};  // used instead of body when there is one
    Keeping keeping = Keeping::personal;
    // A page with the stock editor of drawings: it brings a font of its own and two styles written
    // into its mark (decision 49).
    bool shows_drawing = false;

    // Gives the bytes to send.
    const std::string& bytes() const { return file ? *file : body; }
    // Adds a header at the end.
    void header(std::string name, std::string value) {
        headers.push_back(Field{std::move(name), std::move(value)});
    }
};

// Sends the browser on with GET (303), to a path of this site.
Response redirect(std::string path);

// Answers with a file to save; `file_name` holds only letters, digits, '.', '-' and '_'.
Response download(std::string file_name, std::string content_type, std::string bytes);

// Answers with JSON.
Response json_response(std::string text);

}  // namespace web
