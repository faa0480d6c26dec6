#pragma once
// Reads multipart/form-data (RFC 7578), the way a browser sends a form with a file in it. Strict
// and bounded: the parts must fit the boundary exactly, at most 200 of them and 5 files; a part
// that is not form data, or text that is not UTF-8, refuses the whole form. Files stay bytes.

#include <string_view>
#include <vector>

#include "base/result.h"
#include "web/request.h"

namespace web {

struct Multipart {
    Fields form;
    std::vector<Upload> uploads;
};

// Gives the boundary out of a Content-Type header. Refuses: web.multipart.
Result<std::string> multipart_boundary(std::string_view content_type);

// Reads a whole body. Refuses: web.multipart, web.encoding, web.too_many_fields.
Result<Multipart> parse_multipart(std::string_view body, std::string_view boundary);

}  // namespace web
