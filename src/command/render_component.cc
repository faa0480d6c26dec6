#include "command/render_component.h"

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <string>

#include "base/json.h"
#include "base/result.h"
#include "govuk/render_component.h"

namespace command {

namespace {

// Gives "" for a file that is not there: the package is only needed for the drawings.
std::string read_file(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

}  // namespace

std::filesystem::path govuk_frontend_package() {
    if (const char* named = std::getenv("ONEPURSE_GOVUK_FRONTEND")) {
        return named;
    }
    const std::filesystem::path here = "node_modules/govuk-frontend";
    return std::filesystem::exists(here) ? here : ONEPURSE_SOURCE_DIR / here;
}

int render_component_verb(std::istream& in, std::ostream& out,
                          const std::filesystem::path& package) {
    const std::filesystem::path templates = package / "dist" / "govuk";
    const govuk::Artwork artwork =
        govuk::find_artwork(read_file(templates / "macros" / "logo.njk"),
                            read_file(templates / "components" / "footer" / "template.njk"));
    int refused = 0;
    for (std::string line; std::getline(in, line);) {
        if (line.empty()) {
            continue;
        }
        const Result<std::string> html = govuk::render_line(line, artwork);
        json::object answer;
        if (html) {
            answer["html"] = *html;
        } else {
            const Error& error = html.error();
            answer["error"] = json::object{{"code", error.code}, {"message", error.message}};
            ++refused;
        }
        out << json::serialize(answer) << "\n";
    }
    return refused == 0 ? 0 : 1;
}

}  // namespace command
