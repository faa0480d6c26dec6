#pragma once
// The files a page loads: style sheet, script, pictures. They are read once when the server starts
// (there are few, and small), each with its ETag; a browser that has the same one is told so. Only
// names that were there at the start exist, so no path can lead out of the folders. A file beside
// it with .gz at its end is sent instead to browsers that take it.

#include <map>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.h"
#include "web/request.h"
#include "web/response.h"

namespace web {

class StaticFiles {
public:
    // Reads every file of a folder, with its folders, under a path of the site ("/assets"); a
    // folder that is not there holds nothing. Refuses: web.asset.
    Outcome add_folder(const std::string& folder, const std::string& under);

    // Answers a request for a file; nothing when there is none of that name.
    std::optional<Response> answer(const Request& request) const;
    bool has(std::string_view path) const { return files_.contains(path); }

private:
    struct File {
        std::string content_type;
        std::string etag;
        std::shared_ptr<const std::string> bytes;
        std::shared_ptr<const std::string> gzipped;
    };
    std::map<std::string, File, std::less<>> files_;
};

}  // namespace web
