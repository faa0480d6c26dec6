#include "web/static_files.h"

#include <array>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "base/digest.h"

namespace web {

namespace fs = std::filesystem;

namespace {

struct Type {
    std::string_view extension;
    std::string_view content_type;
};

constexpr std::array types = {
    Type{".css", "text/css; charset=utf-8"},
    Type{".js", "text/javascript; charset=utf-8"},
    Type{".mjs", "text/javascript; charset=utf-8"},
    Type{".svg", "image/svg+xml"},
    Type{".png", "image/png"},
    Type{".ico", "image/x-icon"},
    Type{".woff2", "font/woff2"},
    Type{".json", "application/json"},
    Type{".txt", "text/plain; charset=utf-8"},
};

std::string_view content_type_of(const std::string& extension) {
    for (const Type& type : types) {
        if (type.extension == extension) {
            return type.content_type;
        }
    }
    return {};
}

Result<std::shared_ptr<const std::string>> read_file(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    std::ostringstream bytes;
    bytes << in.rdbuf();
    if (!in) {
        return Error{"web.asset", "The file " + path.string() + " cannot be read."};
    }
    return std::shared_ptr<const std::string>(
        std::make_shared<const std::string>(std::move(bytes).str()));
}

}  // namespace

Outcome StaticFiles::add_folder(const std::string& folder, const std::string& under) {
    std::error_code error;
    if (!fs::is_directory(folder, error)) {
        return Done{};
    }
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(folder, error)) {
        const std::string_view content_type = content_type_of(entry.path().extension().string());
        if (!entry.is_regular_file(error) || content_type.empty() ||
            entry.file_size(error) > std::uintmax_t{8} * 1024 * 1024) {
            continue;
        }
        File file;
        file.content_type = content_type;
        TRY(file.bytes, read_file(entry.path()));
        file.etag = "\"" + base::digest(*file.bytes).substr(0, 32) + "\"";
        fs::path gzipped = entry.path();
        gzipped += ".gz";
        if (fs::is_regular_file(gzipped, error)) {
            TRY(file.gzipped, read_file(gzipped));
        }
        files_[under + "/" + fs::relative(entry.path(), folder, error).generic_string()] =
            std::move(file);
    }
    return Done{};
}

std::optional<Response> StaticFiles::answer(const Request& request) const {
    const auto found = files_.find(request.path);
    if (found == files_.end()) {
        return std::nullopt;
    }
    const File& file = found->second;
    Response response;
    response.keeping = Keeping::asset;
    response.content_type = file.content_type;
    response.header("ETag", file.etag);
    response.header("Vary", "Accept-Encoding");
    if (request.header("if-none-match").find(file.etag) != std::string_view::npos) {
        response.status = 304;
        return response;
    }
    const bool zipped =
        file.gzipped && request.header("accept-encoding").find("gzip") != std::string_view::npos;
    if (zipped) {
        response.header("Content-Encoding", "gzip");
    }
    response.file = zipped ? file.gzipped : file.bytes;
    return response;
}

}  // namespace web
