#pragma once
// A Request is what a browser asked for, already checked and cut into parts: plain values, no
// library of the network in sight. HEAD arrives as GET; the server leaves the body out of the
// answer. Pages do not read it directly: they read their Visit (visit.h) and its Form (form.h).

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "web/fields.h"

namespace web {

enum class Method { get, post };
inline constexpr Method GET = Method::get;
inline constexpr Method POST = Method::post;

// One file sent with a form.
struct Upload {
    std::string field;
    std::string file_name;  // as the browser says it; never used as a path
    std::string content_type;
    std::string bytes;
};

struct Request {
    Method method = Method::get;
    bool is_head = false;
    std::string target = {};  // path and query as sent
    std::string path = {};    // decoded, begins with /
    Fields query = {};
    Fields headers = {};  // names in small letters
    Fields cookies = {};
    Fields form = {};
    std::vector<Upload> uploads = {};
    std::string host = {};
    std::string peer = {};  // network address of the other end

    // Gives the value of a header, or an empty text; the name in small letters.
    std::string_view header(std::string_view name) const { return headers.get(name); }
    // Gives the file sent under a field; nothing when none was chosen.
    const Upload* upload(std::string_view field) const;
};

// What the server hands over: the message as it stood on the wire, framing and sizes checked.
struct RawRequest {
    std::string method;
    std::string target;
    Fields headers;  // names in small letters
    std::string body;
    std::string peer;
};

// Cuts a raw request into its parts: path, query, cookies and form. Refuses: web.method,
// web.target, web.host, web.form, web.form_type, web.encoding, web.multipart, web.too_many_fields.
Result<Request> read_request(RawRequest raw);

}  // namespace web
